import type { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { AWS_ANSWER_SECONDS } from "../../aws/defaults";
import { FilesProblem } from "../../config/files";
import { plural } from "../../text/words";
import type { Question, Tracer } from "../../trace/tracer";
import type { Io } from "../io";
import { Events } from "./event-files";

/**
 * Asks EventBridge whether each rule of the environment matches, and tells where it says otherwise. Creates and changes nothing.
 *
 * @returns the exit code
 */
export async function askAws(tracer: Tracer, files: readonly string[], io: Io): Promise<number> {
  const { EventBridgeClient, TestEventPatternCommand } = await import("@aws-sdk/client-eventbridge");
  const limit = AWS_ANSWER_SECONDS * 1000;
  const client = new EventBridgeClient({
    region: tracer.environment.aws_region,
    // Holds for what credentials are asked of, too.
    requestHandler: { connectionTimeout: limit, requestTimeout: limit, throwOnRequestTimeout: true },
  });
  const ask = async ({ pattern, event }: Question) => {
    const { Result } = await client.send(
      new TestEventPatternCommand({ EventPattern: pattern, Event: JSON.stringify(event) }),
      { abortSignal: AbortSignal.timeout(limit) },
    );
    return Result === true;
  };
  await seeCredentials(client);
  const events = new Events(files, tracer, io);
  let asked = 0;
  let faults = 0;
  for await (const { place, event } of events) {
    for (const question of tracer.questions(event)) {
      asked++;
      const fault = await answer(question, ask);
      if (fault === undefined) continue;
      faults++;
      io.stdout(`${place}: rule ${question.rule}: ${fault}`);
    }
  }
  const verdict = faults === 0 ? "says the same" : `differs in ${plural(faults, "answer")}`;
  io.stderr(`AWS was asked ${plural(asked, "time")} and ${verdict}`);
  return faults + events.faults === 0 ? 0 : 1;
}

/** Returns what is wrong with AWS's answer; nothing where it is the same. */
async function answer(question: Question, ask: (question: Question) => Promise<boolean>): Promise<string | undefined> {
  try {
    const result = await ask(question);
    if (result === question.matches) return undefined;
    return `AWS says ${said(result)}, and here it ${said(question.matches)}; please report the pattern ${question.pattern}`;
  } catch (error) {
    if (!isRefusal(error)) throw unreachable(error);
    return `AWS refuses the question (${error.name}: ${error.message})`;
  }
}

const said = (matches: boolean) => (matches ? "matches" : "does not match");

async function seeCredentials(client: EventBridgeClient): Promise<void> {
  try {
    await client.config.credentials();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FilesProblem(
      `--live needs AWS credentials (${why}); set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`,
    );
  }
}

/** The pattern or the event is what AWS does not take; anything else is about the call. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && /^(?:InvalidEventPattern|Validation)Exception$/.test(error.name);
}

function unreachable(error: unknown): unknown {
  if (error instanceof Error && ["AbortError", "TimeoutError"].includes(error.name)) {
    return new FilesProblem(
      `AWS gave no answer within ${AWS_ANSWER_SECONDS} seconds; see to the network and its proxy`,
    );
  }
  return error instanceof Error && ("$fault" in error || "code" in error)
    ? new FilesProblem(
        `AWS could not be asked (${error.name}: ${error.message}); see to the permission events:TestEventPattern and the network`,
      )
    : error;
}
