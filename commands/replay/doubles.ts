import { covered, type Double } from "../../operate/replay/earlier";
import type { Plan, PlannedRule } from "../../operate/replay/plan";
import { joined } from "../../text/words";
import { inStyle, type Line } from "../printing";
import { timeText } from "../time";

/** Earlier replays that are shown one by one. */
const SHOWN = 10;

/** Says which of the events earlier replays have sent to the same rules. */
export function doubleLines({ standing: { doubles }, rules }: Plan): Line[] {
  if (doubles.length === 0) return [];
  const rest = doubles.length - SHOWN;
  return [
    inStyle("bold", "replayed before"),
    ...doubles.slice(0, SHOWN).map((double) => inStyle("yellow", `  ${doubleText(double, rules)}`)),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

function doubleText({ replay, range, rules: arns }: Double, rules: readonly PlannedRule[]): string {
  const to = arns === undefined ? "rules that AWS does not show" : names(arns, rules);
  return `${timeText(range.from)} to ${timeText(range.to)} by ${replay.name} (${replay.state}), to ${to}`;
}

function names(arns: readonly string[], rules: readonly PlannedRule[]): string {
  return arns.length === rules.length
    ? "the same rules"
    : joined(arns.map((arn) => rules.find((rule) => rule.arn === arn)?.rule ?? arn));
}

/** Returns why what was replayed before is not replayed without `--again`; undefined where nothing was. */
export function refusedDoubles({ standing: { doubles, last }, range }: Plan): string | undefined {
  if (doubles.length === 0) return undefined;
  const again = "--again replays all of it";
  if (last !== undefined && (last.state === "CANCELLED" || last.state === "FAILED")) {
    const { to: stopped } = covered(last);
    return `this was replayed up to ${timeText(stopped)}, where it was ${last.state}; write --from ${timeText(stopped)} --to ${timeText(range.to)} for the rest (events of that minute may come twice), or ${again}`;
  }
  return `${doubles.length === 1 ? "an earlier replay has" : `${doubles.length} earlier replays have`} sent a part of this to the same rules, who would get it twice; choose another time or other rules, or ${again}`;
}
