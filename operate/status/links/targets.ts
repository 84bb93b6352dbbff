import { isDeepStrictEqual } from "node:util";
import { EVENT_AGE_SECONDS, RETRY_ATTEMPTS } from "../../../aws/limits";
import { isManaged } from "../../../report/resources/addresses";
import { blocks, isSet, parsedJson, type Resource, text } from "../../../report/resources/resource";
import { isMap } from "../../../text/value";
import { joined } from "../../../text/words";
import { targetKey, targetPairs } from "../deliveries";
import { broken, type Check, type Link, ok, skipped, warning } from "../link";
import { liveRules, placeOf } from "../live/rules";
import { liveTargets } from "../live/targets";
import { type Declared, declaredBy } from "../look";
import { applyAgain } from "../remedies";

/** Every target: there, with the file's destination, input, retries and dead-letter queue; and targets that the file does not know. */
export const targets: Link = {
  id: "targets",
  title: "targets",
  async check(look) {
    const { environment } = look;
    const [rules, pairs, found] = await Promise.all([liveRules(look), targetPairs(look), liveTargets(look)]);
    const there = new Set(rules.map((rule) => placeOf(rule, "name")));
    const own = new Set(pairs.map(({ wanted }) => targetKey(wanted)));
    return [
      ...pairs.map(({ wanted, live, subject }): Check => {
        if (!there.has(placeOf(wanted, "rule"))) return skipped(subject, "its rule is not there");
        if (live === undefined)
          return broken(
            subject,
            "it is not there: the rule matches, and nothing is delivered",
            applyAgain(environment),
          );
        const differences = differencesOf(declaredBy(environment), wanted, live);
        if (differences.length === 0) return ok(subject, text(live, "arn") ?? "");
        return broken(subject, `it differs from the file in ${joined(differences)}`, applyAgain(environment));
      }),
      ...found
        .filter((target) => !own.has(targetKey(target)))
        .map((target) =>
          warning(
            `target ${text(target, "target_id")} of rule ${text(target, "rule")}`,
            `it delivers to ${text(target, "arn")}, and is not in the file`,
            "declare it in the file, or take it away if nobody needs it",
          ),
        ),
    ];
  },
};

function differencesOf(declared: Declared, wanted: Resource, live: Resource): string[] {
  return [
    ...(isSameArn(declared, wanted, live) ? [] : [`its destination, which is ${text(live, "arn")}`]),
    ...(isSet(wanted, "role_arn") || isSet(live, "role_arn") ? role(wanted, live) : []),
    ...(["input", "input_path", "input_transformer"].every((name) => isSame(wanted, live, name))
      ? []
      : ["what it sends"]),
    ...retry(wanted, live),
    ...(isSame(wanted, live, "dead_letter_config") ? [] : [queue(live)]),
    ...(["kinesis_target", "sqs_target", "http_target"].every((name) => isSame(wanted, live, name))
      ? []
      : ["its options"]),
  ];
}

/** An ARN that AWS makes up in part is known by the name in it. */
function isSameArn({ all }: Declared, wanted: Resource, live: Resource): boolean {
  const [one, other] = [text(wanted, "arn"), text(live, "arn")?.replace(/:\*$/, "")];
  if (one !== undefined) return one.replace(/:\*$/, "") === other;
  const [address] = (wanted.references.arn ?? []).filter(isManaged);
  const name = all.find((resource) => resource.address === address)?.values.name;
  return typeof name !== "string" || other?.includes(`/${name}/`) === true;
}

function role(wanted: Resource, live: Resource): string[] {
  const [one, other] = [text(wanted, "role_arn"), text(live, "role_arn")];
  return one === other || (one === undefined && wanted.unknown.role_arn === true)
    ? []
    : [`its role, which is ${other ?? "none"}`];
}

function retry(wanted: Resource, live: Resource): string[] {
  const [one, other] = [wanted, live].map((target) => {
    const [policy = {}] = blocks(target, "retry_policy");
    const {
      maximum_retry_attempts: attempts = RETRY_ATTEMPTS.max,
      maximum_event_age_in_seconds: age = EVENT_AGE_SECONDS.max,
    } = policy;
    return `${String(attempts)} attempts in ${String(age)} seconds`;
  });
  return one === other ? [] : [`its retries, which are ${other}`];
}

function queue(live: Resource): string {
  const [block] = blocks(live, "dead_letter_config");
  return block === undefined
    ? "its dead-letter queue, of which there is none: what cannot be delivered is lost"
    : `its dead-letter queue, which is ${String(block.arn)}`;
}

/** Returns whether an attribute is the same: as values, where it is JSON in a text. */
function isSame(wanted: Resource, live: Resource, name: string): boolean {
  return isDeepStrictEqual(comparable(wanted.values[name]), comparable(live.values[name]));
}

function comparable(value: unknown): unknown {
  if (typeof value === "string") return parsedJson(value) ?? value;
  if (!isMap(value)) return value;
  const kept = Object.entries(value).filter(
    ([, inner]) => inner !== undefined && !(isMap(inner) && Object.keys(inner).length === 0),
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept.map(([key, inner]) => [key, comparable(inner)]));
}
