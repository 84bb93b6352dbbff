import { isDeepStrictEqual } from "node:util";
import type { Environment } from "../../../config/model";
import { parsedJson, type Resource, text } from "../../../report/resources/resource";
import { broken, type Check, type Link, ok, skipped, warning } from "../link";
import { liveBuses } from "../live/buses";
import { liveRules, placeOf } from "../live/rules";
import { declaredBy, type Look } from "../look";
import { applyAgain } from "../remedies";
import { streamOn } from "../streams";

/** Every rule: there, on, and with the file's pattern; and rules on the same buses that the file does not know. */
export const rules: Link = {
  id: "rules",
  title: "rules",
  async check(look) {
    const { environment } = look;
    const [buses, found] = await Promise.all([liveBuses(look), liveRules(look)]);
    const declared = declaredBy(environment);
    const wanted = declared.of("aws_cloudwatch_event_rule");
    const live = new Map(found.map((rule) => [placeOf(rule, "name"), rule]));
    const own = new Set(wanted.map((rule) => placeOf(rule, "name")));
    return [
      ...wanted.map((rule) => {
        const subject = `rule ${declared.ownerOf(rule)}`;
        if (!buses.has(text(rule, "event_bus_name") ?? "")) return skipped(subject, "its event bus is not there");
        return compared(environment, subject, rule, live.get(placeOf(rule, "name")));
      }),
      ...found.filter((rule) => !own.has(placeOf(rule, "name"))).map((rule) => foreign(look, rule)),
    ];
  },
};

function compared(environment: Environment, subject: string, wanted: Resource, live: Resource | undefined): Check {
  const name = text(wanted, "name");
  if (live === undefined) return broken(subject, `the rule ${name} is not on its bus`, applyAgain(environment));
  const [on, off] = [!text(live, "state")?.startsWith("DISABLED"), text(wanted, "state") === "DISABLED"];
  if (on === off) {
    const what = on
      ? "is on in the account, and switched off in the file"
      : "is disabled in the account, and on in the file: nothing that it matches is delivered";
    return broken(subject, `the rule ${name} ${what}`, applyAgain(environment));
  }
  if (!samePattern(wanted, live))
    return broken(
      subject,
      `the pattern of ${name} is another than the file's: ${text(live, "event_pattern") ?? "none"}`,
      `${applyAgain(environment)}; the file says ${text(wanted, "event_pattern")}`,
    );
  if (text(wanted, "description") !== text(live, "description"))
    return warning(
      subject,
      `the description of ${name} is "${text(live, "description") ?? ""}", and the file says "${text(wanted, "description") ?? ""}"`,
      applyAgain(environment),
    );
  return ok(subject, off ? "disabled, as the file says" : "enabled, with the file's pattern");
}

function samePattern(wanted: Resource, live: Resource): boolean {
  const [one, other] = [wanted, live].map((rule) => text(rule, "event_pattern"));
  return one === other || isDeepStrictEqual(parsedJson(one), parsedJson(other));
}

function foreign({ environment }: Look, rule: Resource): Check {
  const stream = streamOn(environment, text(rule, "event_bus_name"));
  const subject = `rule ${text(rule, "name")}`;
  return warning(
    subject,
    `is on the bus of the stream ${stream}, and not in the file`,
    "declare it in the file, or delete it if nobody needs it",
  );
}
