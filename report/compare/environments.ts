import type { Environment } from "../../config/model";
import { streamTypes } from "../../streams";
import { isMap } from "../../text/value";
import { own } from "../own";
import { differences } from "../plan/differences";
import type { ComparedPart } from "../schema";
import { neutral, neutralWords } from "./neutral";

/** Keys that say which environment it is, so that they differ anyway. */
const EXPECTED =
  /^(?:name|aws_account_id|aws_region|aws_assume_role_arn|genesys_region|organization_id|tags\b.*|waivers\b.*|state\.(?:bucket|key|path|workspace|address|lock_address|unlock_address|region|role_arn|kms_key_id))$/;

/** Keys of a stream that its type says differ. */
const OWN_TO_STREAM = new RegExp(
  `^streams\\.[^.]*\\.(?:${streamTypes.flatMap(({ ownToEnvironment }) => ownToEnvironment).join("|")})$`,
);

/** Maps whose entries are there or not, as a whole. */
const ENTRIES = ["streams", "rules", "destinations"] as const;

/** Returns what one environment's file has that another's has not, in the words of the file. */
export function compareEnvironments(here: Environment, there: Environment): ComparedPart[] {
  const [a, b] = [plain(here), plain(there)];
  const entries = ENTRIES.flatMap((map) => {
    const [ours, theirs] = [asMap(a[map]), asMap(b[map])];
    const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
    return names.flatMap((name): ComparedPart[] => {
      const path = `${map}.${name}`;
      const [our, their] = [own(ours, name), own(theirs, name)];
      if (their === undefined) return [{ path, verdict: "only here", here: JSON.stringify(our), there: null }];
      if (our === undefined) return [{ path, verdict: "only there", here: null, there: JSON.stringify(their) }];
      return compared(path, our, their);
    });
  });
  const top = Object.keys({ ...a, ...b }).filter((key) => !ENTRIES.some((map) => map === key));
  return [...entries, ...top.flatMap((key) => compared(key, a[key], b[key]))];
}

function compared(path: string, here: unknown, there: unknown): ComparedPart[] {
  const resource = (value: unknown) => ({ ...NOTHING, values: { [path]: value } });
  return differences(resource(there), resource(here)).map(({ path, before, after }) => ({
    path,
    verdict: EXPECTED.test(path) || OWN_TO_STREAM.test(path) ? "expected" : "different",
    here: after,
    there: before,
  }));
}

const NOTHING = { address: "", type: "", name: "", unknown: {}, references: {} };

/** A plain value, with targets by destination, and with neither names nor places of its own in its texts. */
function plain(environment: Environment): Record<string, unknown> {
  const { rules, streams, ...rest } = environment;
  const words = neutralWords([
    [environment.aws_account_id, "<account>"],
    [environment.aws_region, "<region>"],
    [environment.organization_id, "<organization>"],
  ]);
  const own = Object.fromEntries(
    Object.entries(rules).map(([name, { targets, ...rule }]) => [
      name,
      { ...rule, targets: Object.fromEntries(targets.map(({ destination, ...options }) => [destination, options])) },
    ]),
  );
  // Keys that say where it is stay as they are: what differs there is to be seen.
  const kept = new Set(["aws_account_id", "aws_region", "organization_id", "name"]);
  const all = Object.entries({ ...rest, streams, rules: own });
  return asMap(
    JSON.parse(
      JSON.stringify(
        Object.fromEntries(all.map(([key, value]) => [key, kept.has(key) ? value : neutral(value, words)])),
      ),
    ),
  );
}

function asMap(value: unknown): Record<string, unknown> {
  return isMap(value) ? value : {};
}
