import type { Environment } from "../config/model";
import type { Aws } from "../operate/aws/aws";
import type { PolicyOf } from "../operate/policies";
import type { Io } from "./io";

/** Options of every command that works with the account of an environment. */
export const operatingOptions = {
  json: { type: "boolean", help: "print JSON, for other programs" },
  policy: { type: "boolean", help: "print the IAM policy that the command needs for this environment, and do nothing" },
} as const;

/**
 * Returns the environment that a word stands for, with its account opened.
 *
 * @param session the command's name
 * @returns undefined where the file is not right, which has been said
 * @throws FilesProblem where there is no such file, and where the account cannot be opened
 */
export async function openedEnvironment(
  word: string,
  session: string,
  io: Io,
): Promise<{ readonly environment: Environment; readonly aws: Aws } | undefined> {
  const [{ oneEnvironment }, { Aws }] = await Promise.all([import("./environment"), import("../operate/aws/aws")]);
  const chosen = oneEnvironment(word, io);
  if (chosen === undefined) return undefined;
  return { environment: chosen.environment, aws: await Aws.open(chosen.environment, io.env, session) };
}

/** Prints the policy of a command for an environment, as IAM takes it. */
export async function printPolicy(word: string, policyOf: PolicyOf, io: Io): Promise<number> {
  const { oneEnvironment } = await import("./environment");
  const chosen = oneEnvironment(word, io);
  if (chosen === undefined) return 1;
  io.json({ Version: "2012-10-17", Statement: policyOf(chosen.environment) }, 2);
  return 0;
}
