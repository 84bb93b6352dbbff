import { destinationTypes } from "../../destinations";
import { topics } from "../../genesys/topics";
import type { StreamType } from "../../streams/stream-type";
import { askValue } from "./ask-value";
import type { Asker } from "./asker";
import type { Begun } from "./begun";
import { stateIn } from "./from-options";
import { isBelow, type Judge, USUAL_NAME } from "./judge";
import { emptySlots, type Slot } from "./slots";

/** What a conversation knows from elsewhere. */
export interface Known {
  readonly judge: Judge;
  /** Returns what is wrong with a name beside what `check` says. */
  nameProblem(name: string): string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Asks for everything that an environment cannot do without and that nobody gave, each answer checked at once. */
export async function converse(given: Begun, asker: Asker, known: Known): Promise<Begun> {
  let begun = given;
  const asksState = begun.top.state === undefined && emptySlots(begun).length > 0;
  if (begun.name === "") begun = { ...begun, name: await askName(begun, asker, known) };
  for (let [slot] = openSlots(begun); slot !== undefined; [slot] = openSlots(begun)) {
    begun = await askSlot(slot, begun, asker, known);
  }
  if (begun.destinations.length === 0) {
    begun = await askDestinations(begun, asker);
    for (let [slot] = openSlots(begun); slot !== undefined; [slot] = openSlots(begun)) {
      begun = await askSlot(slot, begun, asker, known);
    }
  }
  return asksState ? askState(begun, asker, known) : begun;
}

const openSlots = (begun: Begun) => emptySlots(begun);

function askName(begun: Begun, asker: Asker, { judge, nameProblem }: Known): Promise<string> {
  return asker.text({
    message: "the environment's name, which is its file's and its stack's",
    usual: USUAL_NAME,
    check: (name) =>
      nameProblem(name) ?? judge.issuesSoFar({ ...begun, name }).find(({ path }) => path === "")?.message,
  });
}

async function askSlot(slot: Slot, begun: Begun, asker: Asker, { judge, env }: Known): Promise<Begun> {
  const said = (value: unknown, severity: "error" | "warning") =>
    judge
      .issuesSoFar(slot.set(value))
      .filter((issue) => issue.severity === severity && isBelow(issue.path, slot.path))
      .map(({ message }) => message);
  const check = (value: unknown) => said(value, "error")[0];
  const usual = slot.option === "--region" ? env.AWS_REGION : undefined;
  const name = slot.path.join(".");
  const value =
    slot.key === begun.streamType.topicsKey && begun.streamType.envelope.catalogued
      ? await asker.several({ message: "the topics to send", choices: topicChoices(begun.streamType), check })
      : await askValue({ ...slot, name, usual }, asker, check);
  asker.warn(said(value, "warning"));
  return slot.set(value);
}

/** Those that never reach EventBridge are not among them, and those that do not where a stream subscribes: an integration is better. */
function topicChoices({ subscriptions }: StreamType) {
  const others = subscriptions === undefined ? ["no", "retired"] : ["confirmed", "reported", "retired"];
  return topics
    .filter(({ event_bridge: delivery }) => !others.includes(delivery))
    .map(({ topic, description = "", payload = "", event_bridge: delivery }) => ({
      value: topic,
      hint: delivery === "unknown" ? `not known to reach EventBridge. ${description}` : description,
      words: payload,
    }));
}

async function askDestinations(begun: Begun, asker: Asker): Promise<Begun> {
  const choices = destinationTypes.map(({ type, summary }) => ({ value: type, hint: summary }));
  const chosen = await asker.several({ message: "where events go", choices });
  const destinations = destinationTypes.filter(({ type }) => chosen.includes(type)).map((type) => ({ type, keys: {} }));
  return { ...begun, destinations };
}

async function askState(begun: Begun, asker: Asker, { judge }: Known): Promise<Begun> {
  const inBucket = (bucket: string): Begun => {
    const state = stateIn(bucket, begun.name, { region: String(begun.top.aws_region) });
    return { ...begun, top: { ...begun.top, state } };
  };
  const bucket = await asker.text({
    message: "the S3 bucket that keeps Terraform's state; nothing for a local file, good for a first try",
    example: "acme-terraform-state",
    check: (answer) =>
      answer === ""
        ? undefined
        : judge.issuesSoFar(inBucket(answer)).find(({ path }) => isBelow(path, ["state"]))?.message,
  });
  return bucket === "" ? begun : inBucket(bucket);
}
