import { text } from "../../../report/resources/resource";
import { broken, type Check, type Link, ok, skipped } from "../link";
import { liveBuses } from "../live/buses";
import { declaredBy } from "../look";
import { applyAgain } from "../remedies";
import { namedStreams } from "../streams";

/** The bus of every stream, and what of it decides whether events get there. */
export const bus: Link = {
  id: "bus",
  title: "event bus",
  async check(look) {
    const { environment } = look;
    const found = await liveBuses(look);
    const declared = declaredBy(environment).of("aws_cloudwatch_event_bus");
    return namedStreams(environment).map(({ stream: key, bus: name }): Check => {
      const subject = `stream ${key}`;
      if (name === undefined) return skipped(subject, "the bus has the name of the source, which is not known");
      const live = found.get(name);
      if (live === undefined) return broken(subject, `the event bus ${name} is not there`, applyAgain(environment));
      const wanted = declared.find((one) => text(one, "name") === name);
      const [key1, key2] = [wanted && text(wanted, "kms_key_identifier"), text(live, "kms_key_identifier")];
      if (key1 !== key2)
        return broken(
          subject,
          `the event bus ${name} is encrypted with ${key2 ?? "a key of AWS"}, and the file says ${key1 ?? "none"}`,
          applyAgain(environment),
        );
      return ok(subject, name);
    });
  },
};
