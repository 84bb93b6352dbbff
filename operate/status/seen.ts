import { FilesProblem } from "../../files/files-problem";
import { AwsProblem } from "../aws/aws-problem";
import { type Check, unknown } from "./link";

/** Returns a check, or that nobody could look, and why. */
export async function looked(subject: string, check: () => Promise<Check>): Promise<Check> {
  try {
    return await check();
  } catch (error) {
    return notSeen(subject, error);
  }
}

/** Returns the check of a thing that nobody could look at; throws what is no answer of somebody who was asked. */
export function notSeen(subject: string, error: unknown): Check {
  if (!(error instanceof FilesProblem)) throw error;
  const denied = error instanceof AwsProblem && error.denied;
  const what = error.message.replace("; --policy prints the permissions that are needed", "");
  return unknown(
    subject,
    what,
    denied ? "give these credentials the policy that --policy prints" : "see to that, and look again",
  );
}
