import { AwsError, type Handler } from "../aws/server";

/** An event as the archive keeps it: what matters of it is its id and its time. */
export interface KeptEvent {
  readonly id: string;
  readonly time: number;
}

interface Played {
  readonly ReplayName: string;
  readonly Description: string;
  readonly EventSourceArn: string;
  readonly Destination: { readonly Arn: string; readonly FilterArns: readonly string[] };
  readonly EventStartTime: number;
  readonly EventEndTime: number;
  readonly ReplayStartTime: number;
  State: string;
  StateReason?: string;
  EventLastReplayedTime?: number;
  ReplayEndTime?: number;
  /** The events that are still to come, in their order. */
  readonly rest: KeptEvent[];
}

const place = "arn:aws:events:us-east-1:123456789012";
export const BUS = "aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/audit";
export const ARCHIVE = `${place}:archive/dev-audit`;
export const ruleArn = (name: string) => `${place}:rule/${BUS}/${name}`;

/**
 * A stand-in for EventBridge's archives and replays, in compressed time: whenever it is asked anything, replays have gone on by what
 * has passed. Every rule has one target, which counts what it gets.
 */
export class StandIn {
  readonly replays = new Map<string, Played>();
  /** What each rule's target got: the ids, as often as they came. */
  readonly delivered = new Map<string, string[]>();
  archive: Record<string, unknown> = {
    ArchiveName: "dev-audit",
    ArchiveArn: ARCHIVE,
    EventSourceArn: `${place}:event-bus/${BUS}`,
    State: "ENABLED",
    RetentionDays: 90,
    CreationTime: Date.parse("2026-01-01T00:00:00Z") / 1000,
    EventPattern: JSON.stringify({ source: [BUS] }),
    EventCount: 0,
    SizeBytes: 1,
  };
  rules: { Name: string; Arn: string; State: string; ManagedBy?: string }[];
  #before = performance.now();

  /** @param perSecond the events that a replay sends in a second */
  constructor(
    private readonly events: readonly KeptEvent[],
    rules: readonly string[],
    public perSecond = Infinity,
  ) {
    this.archive.EventCount = events.length;
    this.rules = [
      ...rules.map((Name) => ({ Name, Arn: ruleArn(Name), State: "ENABLED" })),
      {
        Name: "Events-Archive-dev-audit",
        Arn: ruleArn("x"),
        State: "ENABLED",
        ManagedBy: "prod.vhs.events.aws.internal",
      },
    ];
  }

  /** Lets the replays go on, and ends those that have sent all. */
  play(): void {
    const now = performance.now();
    const count = Math.floor(((now - this.#before) / 1000) * this.perSecond);
    if (count === 0) return;
    this.#before = now;
    for (const replay of this.replays.values()) {
      if (replay.State === "CANCELLING") this.#end(replay, "CANCELLED");
      if (replay.State === "STARTING") replay.State = "RUNNING";
      else if (replay.State === "RUNNING") this.#send(replay, count);
    }
  }

  #send(replay: Played, count: number): void {
    const chosen = replay.Destination.FilterArns;
    for (const { id, time } of replay.rest.splice(0, count)) {
      for (const { Name, Arn, State, ManagedBy } of this.rules) {
        if (ManagedBy || State === "DISABLED" || (chosen.length > 0 && !chosen.includes(Arn))) continue;
        const got = this.delivered.get(Name) ?? [];
        got.push(id);
        this.delivered.set(Name, got);
      }
      replay.EventLastReplayedTime = time;
    }
    if (replay.rest.length === 0) this.#end(replay, "COMPLETED");
  }

  #end(replay: Played, state: string): void {
    replay.State = state;
    replay.ReplayEndTime = Date.now() / 1000;
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    "events:DescribeArchive": ({ ArchiveName }) => {
      if (ArchiveName !== this.archive.ArchiveName) throw new AwsError("ResourceNotFoundException", "no archive");
      return this.archive;
    },
    "events:ListRules": () => ({ Rules: this.rules }),
    "events:ListReplays": (input) => {
      this.play();
      const conditions = ["EventSourceArn", "State", "NamePrefix"].filter((key) => key in input);
      if (conditions.length > 1) throw new AwsError("ValidationException", "filter parameters are exclusive");
      const all = [...this.replays.values()].filter(
        ({ State, EventSourceArn }) =>
          State === (input.State ?? State) && EventSourceArn === (input.EventSourceArn ?? EventSourceArn),
      );
      // A page has few, so that who reads but one is found out.
      const start = Number(input.NextToken ?? 0);
      return {
        Replays: all.slice(start, start + 2).map(({ Description: _, Destination: __, rest: ___, ...shown }) => shown),
        ...(all.length > start + 2 && { NextToken: String(start + 2) }),
      };
    },
    "events:DescribeReplay": ({ ReplayName }) => {
      this.play();
      const { rest: _, ...shown } = this.#named(ReplayName);
      return shown;
    },
    "events:StartReplay": (input) => {
      this.play();
      return this.#start(input as never);
    },
    "events:CancelReplay": ({ ReplayName }) => {
      this.play();
      const replay = this.#named(ReplayName);
      if (!["STARTING", "RUNNING"].includes(replay.State)) throw new AwsError("IllegalStatusException", "has ended");
      replay.State = "CANCELLING";
      return { State: replay.State };
    },
    "monitoring:GetMetricData": ({ MetricDataQueries }) => ({
      MetricDataResults: (MetricDataQueries as { Id: string }[]).map(({ Id }) => ({
        Id,
        Values: [this.events.length],
        Timestamps: [1_700_000_000],
        StatusCode: "Complete",
      })),
    }),
  };

  #named(name: unknown): Played {
    const found = this.replays.get(String(name));
    if (found === undefined) throw new AwsError("ResourceNotFoundException", `Replay ${name} does not exist.`);
    return found;
  }

  #start(input: Omit<Played, "rest" | "ReplayStartTime">): object {
    const { ReplayName: name, EventStartTime: from, EventEndTime: to } = input;
    if (!/^[.\-_A-Za-z0-9]{1,64}$/.test(name)) throw new AwsError("ValidationException", `replayName ${name}`);
    if (this.replays.has(name)) throw new AwsError("ResourceAlreadyExistsException", `Replay ${name} already exists.`);
    if (from >= to) throw new AwsError("ValidationException", "EventStartTime must be before EventEndTime.");
    if (input.Destination.Arn !== this.archive.EventSourceArn)
      throw new AwsError("ValidationException", "Cross event bus replay is not permitted.");
    const active = [...this.replays.values()].filter(({ State }) => ["STARTING", "RUNNING"].includes(State));
    if (active.length >= 10) throw new AwsError("LimitExceededException", "10 replays");
    const rest = this.events.filter(({ time }) => time >= from && time < to);
    this.replays.set(name, { ...input, State: "STARTING", ReplayStartTime: Date.now() / 1000, rest });
    return { State: "STARTING" };
  }
}
