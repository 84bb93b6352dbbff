import type { SeenReplay } from "../../operate/replay/account";
import { covered } from "../../operate/replay/earlier";
import type { Plan } from "../../operate/replay/plan";
import { joined, plural } from "../../text/words";
import { durationText, timeText } from "../time";

/** @param started false where AWS had it already, as from another terminal */
export function startedLine(name: string, started: boolean): string {
  return started
    ? `${name} is started; AWS goes on with it whatever becomes of this command`
    : `${name} was started meanwhile, as by another terminal, and is followed`;
}

/** Returns what is said at a replay's end, and the exit code. */
export function endOf(replay: SeenReplay, plan: Plan): { readonly line: string; readonly code: number } {
  const { name, state, began, ended, reached, to } = replay;
  if (state === "COMPLETED") {
    const took = began && ended ? ` in ${durationText(ended.getTime() - began.getTime())}` : "";
    const events = plan.arrived === undefined ? "" : `, about ${plural(plan.arrived, "event")}`;
    const rules = joined(plan.rules.map(({ rule }) => rule));
    const none = reached === undefined ? "; AWS names no event of it: the archive may hold none of that time" : "";
    return {
      code: 0,
      line: `${name} is COMPLETED${took}${events}, to ${rules}${none}; what a target refused is in the dead-letter queue`,
    };
  }
  const reason = replay.reason ? ` (${replay.reason})` : "";
  const stopped = covered(replay).to;
  const sent = reached === undefined ? "nothing was sent" : `events up to ${timeText(reached)} were sent`;
  return {
    code: 1,
    line: `${name} is ${state}${reason}: ${sent}; --from ${timeText(stopped)} --to ${timeText(to)} replays the rest`,
  };
}
