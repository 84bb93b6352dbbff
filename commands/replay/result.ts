import type { SeenReplay } from "../../operate/replay/account";
import type { Plan } from "../../operate/replay/plan";

/** What was done: a stable word for programs. */
export type Outcome =
  | "would-start"
  | "would-follow"
  | "refused"
  | "started"
  | "followed"
  | "replayed-before"
  | "cancelled"
  | "nothing-to-cancel";

/** Returns a plan as JSON has it. */
export function planJson(plan: Plan) {
  const { archive, range, rules, leftOut, otherRules, standing } = plan;
  return {
    stream: plan.stream,
    from: range.from,
    to: range.to,
    archive: {
      name: archive.name,
      arn: archive.arn,
      created: archive.created ?? null,
      retention_days: archive.retentionDays,
      pattern: archive.pattern ?? null,
      events: archive.events,
      bytes: archive.bytes,
    },
    events: plan.arrived ?? null,
    not_counted: plan.uncounted ?? null,
    dollars: plan.dollars ?? null,
    rules: rules.map(({ rule, arn, matched, targets }) => ({ rule, arn, events: matched ?? null, targets })),
    left_out: leftOut.map(({ rule, why }) => ({ rule, why })),
    other_rules: otherRules,
    gaps: plan.gaps,
    replayed_before: standing.doubles.map(({ replay, range: twice, rules: arns }) => ({
      replay: replay.name,
      state: replay.state,
      from: twice.from,
      to: twice.to,
      rules: arns ?? null,
    })),
  };
}

/** Returns a replay as JSON has it. */
export function replayJson(replay: SeenReplay) {
  return {
    name: replay.name,
    state: replay.state,
    reason: replay.reason ?? null,
    from: replay.from,
    to: replay.to,
    last_replayed: replay.reached ?? null,
    started: replay.began ?? null,
    ended: replay.ended ?? null,
  };
}

/** Returns what the command prints with `--json`, once, at its end. */
export function resultJson(outcome: Outcome, plan: Plan | undefined, replay: SeenReplay | undefined, why?: string) {
  return {
    outcome,
    ...(why !== undefined && { reason: why }),
    replay: replay === undefined ? null : replayJson(replay),
    ...(plan !== undefined && { plan: planJson(plan) }),
  };
}
