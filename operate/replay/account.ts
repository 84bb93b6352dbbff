import type { EventBridgeClient, Replay } from "@aws-sdk/client-eventbridge";
import type { Aws } from "../aws/aws";
import { isAwsError } from "../aws/aws-problem";
import { pages } from "../aws/pages";

type Sdk = typeof import("@aws-sdk/client-eventbridge");

export type ReplayState = NonNullable<Replay["State"]>;

export interface Archive {
  readonly arn: string;
  /** The bus whose events it keeps. */
  readonly busArn: string;
  readonly state: string;
  readonly reason: string | undefined;
  readonly created: Date | undefined;
  /** 0 for ever. */
  readonly retentionDays: number;
  readonly pattern: string | undefined;
  /** How many events it holds, as they were counted within the last day. */
  readonly events: number;
  readonly bytes: number;
}

/** A rule as it is on the bus. */
export interface LiveRule {
  readonly name: string;
  readonly arn: string;
  readonly enabled: boolean;
  /** True for those that AWS keeps for itself, such as an archive's. */
  readonly managed: boolean;
}

/** A replay as AWS lists it. */
export interface SeenReplay {
  readonly name: string;
  readonly state: ReplayState;
  readonly reason: string | undefined;
  readonly from: Date;
  readonly to: Date;
  /** The time of the last event that was replayed; undefined before the first. */
  readonly reached: Date | undefined;
  readonly began: Date | undefined;
  readonly ended: Date | undefined;
}

/** A replay with what only AWS's description of it has. */
export interface DescribedReplay extends SeenReplay {
  readonly description: string;
  /** The ARNs of its rules; empty for all rules of the bus. */
  readonly rules: readonly string[];
}

/** A replay to start. */
export interface NewReplay {
  readonly name: string;
  readonly description: string;
  readonly archiveArn: string;
  readonly busArn: string;
  readonly from: Date;
  readonly to: Date;
  readonly rules: readonly string[];
}

const ACTIVE: readonly ReplayState[] = ["STARTING", "RUNNING", "CANCELLING"];

export const isActive = ({ state }: SeenReplay) => ACTIVE.includes(state);

/** The archives, rules and replays of an account and region. */
export class ReplayAccount {
  private constructor(
    private readonly sdk: Sdk,
    private readonly client: EventBridgeClient,
  ) {}

  static async of(aws: Aws): Promise<ReplayAccount> {
    const sdk = await import("@aws-sdk/client-eventbridge");
    return new ReplayAccount(sdk, aws.client(sdk.EventBridgeClient));
  }

  /** Returns undefined where there is none of this name. */
  async archive(name: string): Promise<Archive | undefined> {
    try {
      const found = await this.client.send(new this.sdk.DescribeArchiveCommand({ ArchiveName: name }));
      return {
        arn: found.ArchiveArn ?? "",
        busArn: found.EventSourceArn ?? "",
        state: found.State ?? "ENABLED",
        reason: found.StateReason,
        created: found.CreationTime,
        retentionDays: found.RetentionDays ?? 0,
        pattern: found.EventPattern,
        events: found.EventCount ?? 0,
        bytes: found.SizeBytes ?? 0,
      };
    } catch (error) {
      if (isAwsError(error, "ResourceNotFoundException")) return undefined;
      throw error;
    }
  }

  async rules(bus: string): Promise<LiveRule[]> {
    const found = await pages(async (NextToken) => {
      const page = await this.client.send(new this.sdk.ListRulesCommand({ EventBusName: bus, NextToken }));
      return [page.Rules, page.NextToken];
    });
    return found.map(({ Name = "", Arn = "", State = "", ManagedBy }) => ({
      name: Name,
      arn: Arn,
      enabled: State.startsWith("ENABLED"),
      managed: ManagedBy !== undefined,
    }));
  }

  /** Returns the replays of an archive, or those in a state: AWS takes one condition only. */
  async replays(of: { readonly EventSourceArn: string } | { readonly State: ReplayState }): Promise<SeenReplay[]> {
    const found = await pages(async (NextToken) => {
      const page = await this.client.send(new this.sdk.ListReplaysCommand({ ...of, NextToken }));
      return [page.Replays, page.NextToken];
    });
    return found.map(seen);
  }

  async describe(name: string): Promise<DescribedReplay> {
    const found = await this.client.send(new this.sdk.DescribeReplayCommand({ ReplayName: name }));
    return { ...seen(found), description: found.Description ?? "", rules: found.Destination?.FilterArns ?? [] };
  }

  /** Returns false where a replay of this name is there already, as where two people start the same one at once. */
  async start({ name, description, archiveArn, busArn, from, to, rules }: NewReplay): Promise<boolean> {
    try {
      await this.client.send(
        new this.sdk.StartReplayCommand({
          ReplayName: name,
          Description: description,
          EventSourceArn: archiveArn,
          EventStartTime: from,
          EventEndTime: to,
          Destination: { Arn: busArn, FilterArns: [...rules] },
        }),
      );
      return true;
    } catch (error) {
      if (isAwsError(error, "ResourceAlreadyExistsException")) return false;
      throw error;
    }
  }

  /** Returns false where it has ended already. */
  async cancel(name: string): Promise<boolean> {
    try {
      await this.client.send(new this.sdk.CancelReplayCommand({ ReplayName: name }));
      return true;
    } catch (error) {
      if (isAwsError(error, "IllegalStatusException")) return false;
      throw error;
    }
  }

  /** Ends what is under way, as nobody waits for it. */
  close(): void {
    this.client.destroy();
  }
}

function seen(replay: Replay): SeenReplay {
  return {
    name: replay.ReplayName ?? "",
    state: replay.State ?? "STARTING",
    reason: replay.StateReason,
    from: replay.EventStartTime ?? new Date(0),
    to: replay.EventEndTime ?? new Date(0),
    reached: replay.EventLastReplayedTime,
    began: replay.ReplayStartTime,
    ended: replay.ReplayEndTime,
  };
}
