import * as z from "zod";
import type { AlarmKind, MetricName } from "../aws/alarm-kind";
import type { ImpossibleControl } from "../aws/control";
import type { FunctionContext, FunctionPlan, MadeFunction } from "../aws/function-plan";
import type { KeyUse } from "../aws/key-use";
import type { Dimensions, Price } from "../aws/monitored";
import type { Place } from "../aws/names";
import type { Part } from "../aws/part";
import type { Bindings, FedBus, ITerraformDependable, TerraformResource, TerraformStack } from "../aws/terraform";
import type { Envelope } from "../genesys/envelope";
import type { RolePlace } from "../parts/role";
import type { Fault } from "../text/issue";
import type { KnownRegions, PlannedSender, Sources } from "./parts/sources";
import type { StreamKeys } from "./stream-keys";

/** The parts of the environment that names of a stream are composed of. */
export interface Origin {
  readonly environment: string;
  /** The stream's name, as names in AWS have it. */
  readonly stream: string;
  /** The id of the Genesys Cloud organization, or its stand-in. */
  readonly organization: string;
}

/** A stream with its keys, as checks and modules pass it. */
export interface Named<Keys> {
  readonly name: string;
  readonly keys: Keys;
}

/** The keys at the top of the file that a check of a stream looks at. */
export interface Surroundings {
  readonly aws_account_id?: string | undefined;
  readonly aws_region?: string | undefined;
  readonly organization_id?: string | undefined;
  readonly genesys_region?: string | undefined;
}

/** Another stream beside one, of this file or of the one named. */
export interface Neighbour<Keys> extends Named<Keys> {
  readonly file?: string;
  /** The one that keeps what both claim. */
  readonly first: boolean;
}

/** The names that a stream's functions are composed of. */
export interface StreamFunctionContext extends FunctionContext {
  readonly source: string;
  readonly bus: string;
  readonly busArn: string;
}

export interface CreationContext<Keys> {
  readonly scope: TerraformStack;
  readonly bindings: Bindings;
  /** Returns a construct's id, which is its Terraform address; `part` where a stream has several of a type. */
  readonly id: (type: { readonly tfResourceType: string }, part?: string) => string;
  /** The part of an address that names the stream. */
  readonly logicalId: string;
  readonly place: RolePlace & {
    readonly kms_key_arn?: string | undefined;
    readonly genesys_region?: string | undefined;
  };
  readonly environment: string;
  /** The stream's name, as names in AWS have it. */
  readonly name: string;
  readonly source: string;
  /** The name of the event bus, and its ARN. */
  readonly bus: string;
  readonly busArn: string;
  readonly tags: Record<string, string>;
  /** The ARN of the stack's dead-letter queue. */
  readonly deadLetters: string;
  /** Returns a function of `functions`, by its part. */
  readonly madeFunction: (part: string) => MadeFunction;
  readonly keys: Keys;
}

/** The parts of a stream that come before its bus and after it. */
export interface Feed {
  /** The keys of the bus that only this type sets. */
  readonly bus: FedBus;
  /** The attributes of the bus, by their names in Terraform, whose differences are no change. */
  readonly ignored?: readonly string[];
  /** The resources that must exist before a bus can be made. */
  readonly ready: ITerraformDependable[];
  /** Checks the source once the bus exists. */
  verify?(bus: TerraformResource): void;
  /** Makes the resources that put events on the bus, and so need it. */
  fill?(bus: TerraformResource): void;
  /** The outputs for people, by the name of the output: one value for this stream. */
  readonly outputs?: Readonly<Record<string, string>>;
}

/** The metrics, alarms and price of a stream. */
export interface StreamMonitoring {
  /** The events that come in. */
  readonly arrivals: MetricName;
  /** The dimensions of `arrivals`, by the name of the bus or by a reference of Terraform's to what has the part of addresses that names the stream. */
  dimensions(bus: string, of: { readonly id: string }): Dimensions;
  /** The kinds of alarm that only this type has. */
  readonly alarms: readonly AlarmKind[];
  /** The first place to look where nothing comes in, as a sentence of the dashboard. */
  readonly advice: string;
  /** The price of a million events, in US dollars, and what AWS counts as one, in words. */
  readonly price: number;
  /** The prices that make up the price, where not all of them are of pieces of 64 KB. */
  readonly parts?: readonly Price[];
  readonly counted: string;
  /** What the price is of, where it is not of EventBridge's events alone. */
  readonly priced?: string;
  /** What a month costs whatever comes, in US dollars, and what for. */
  readonly monthly?: { readonly label: string; readonly dollars: number };
  /** What no public source confirms of the metrics of the rules on its buses. */
  readonly uncertain?: string;
}

/** Another monitoring, of those streams of a type that are fed in another way. */
export interface Variant<Keys> {
  /** The words for these streams, as their file has it. */
  readonly called: string;
  of(keys: Keys): boolean;
  readonly monitored: StreamMonitoring;
}

/** The event that a stream makes of what a sender sends, and the reason why it does not come on the bus, where that is so. */
export type Received =
  | { readonly event: Readonly<Record<string, unknown>>; readonly leftOut?: string | undefined }
  | { readonly event?: undefined; readonly leftOut: string };

/** The topics that a stream subscribes to, and the ids that come in place of `{id}`, by the part before it. */
export interface Subscribed {
  readonly topics: readonly string[];
  readonly ids: Readonly<Record<string, "all" | readonly string[]>>;
}

/** One line of what an auditor asks of a stream. */
export interface Fact {
  readonly term: string;
  readonly text: string;
}

export type StreamSchema = z.core.$ZodTypeDiscriminable & z.ZodType<StreamKeys>;

/**
 * A type of stream, described as data: its keys, names, what feeds its bus, what is watched and what an auditor asks. The bus
 * itself, rules, archive, logs and discovery belong to the modules that read this, so that no type can forget them.
 */
export interface StreamType<Schema extends StreamSchema = StreamSchema> {
  readonly type: string;
  readonly summary: string;
  readonly schema: Schema;
  /** A valid stream, as it is written in the file. */
  readonly example: z.input<Schema>;
  /** The sender, as titles name it. */
  readonly sender: string;
  /** The key that lists the topics to send, where the type has one. */
  readonly topicsKey?: string;
  /** Returns the keys that `init` asks for though the schema does not require them, since nothing holds without them beside these. */
  asked?(keys: Readonly<Record<string, unknown>>): readonly string[];
  /** Returns what `init` writes besides, since `check` wants it with these keys. */
  implied?(keys: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Returns what it subscribes to; absent where topics come by EventBridge or are somebody else's. */
  subscriptions?(keys: z.output<Schema>): Subscribed;
  /** The options of `init` for keys that it calls by a shorter name, by key. */
  readonly optionNames?: Readonly<Record<string, string>>;
  /** The keys that differ between environments anyway. */
  readonly ownToEnvironment: readonly string[];
  /** Returns the topics that the stream sends; undefined where the file does not say. */
  topics(keys: z.output<Schema>): readonly string[] | undefined;
  /** True where names of the stream contain the organization's id. */
  readonly namedByOrganization: boolean;
  /** Returns whether the stack makes something in Genesys Cloud for it. */
  managedInGenesysCloud(keys: z.output<Schema>): boolean;
  readonly sources: Sources;
  readonly envelope: Envelope;
  /** The resource that says in any stack or plan what is sent, where there is one. */
  readonly planned?: PlannedSender;
  /** The regions where it is known to work; left out where it works everywhere. */
  readonly regions?: KnownRegions;
  /** The controls that its buses can never meet. */
  readonly impossibleControls: readonly ImpossibleControl[];
  /** Returns the exact source of the stream's events. */
  source(keys: z.output<Schema>, origin: Origin): string;
  /** Returns the name of the event bus. */
  bus(keys: z.output<Schema>, origin: Origin): string;
  /** Returns the organization that a source of this type names. */
  organizationIn?(source: string): string | undefined;
  /** Returns the keys of a stream that has this source, which somebody else feeds; undefined for a source of another type. */
  ofSource?(source: string): z.input<Schema> | undefined;
  /** Returns the functions of ours that it needs. */
  functions?(keys: z.output<Schema>, context: StreamFunctionContext): readonly FunctionPlan[];
  check(stream: Named<z.output<Schema>>, top: Surroundings): Fault[];
  /** Returns what is wrong with a stream because of another one of its type in the same account and region. */
  beside(stream: Named<z.output<Schema>>, other: Neighbour<z.output<Schema>>): Fault[];
  /** The patterns that leave out some of what its sender sends, and the fields at the top of what they see. */
  readonly filters?: {
    readonly fields: readonly string[];
    of(keys: z.output<Schema>): readonly object[];
  };
  /**
   * Returns the event that the stream makes of what its sender sends, a JSON value; absent where senders put whole events on the
   * bus. What AWS adds to it is not known here.
   */
  received?(sent: unknown, keys: z.output<Schema>, origin: Origin): Received;
  /** Returns the users of a customer-managed key beside the bus. */
  keyUse?(keys: z.output<Schema>, origin: Origin, place: Place): KeyUse;
  /** Returns what an auditor asks of it. */
  facts(keys: z.output<Schema>): readonly Fact[];
  readonly monitored: StreamMonitoring;
  /** The first of these that a stream is has its own monitoring. */
  readonly variants?: readonly Variant<z.output<Schema>>[];
  /** Returns all that `create` makes. */
  makes(keys: z.output<Schema>, origin: Origin): readonly Part[];
  create(context: CreationContext<z.output<Schema>>): Feed;
}

/** Lets the compiler infer the keys from the schema, and the schema say what the type says of itself. */
export function defineStream<Schema extends StreamSchema>(type: StreamType<Schema>): StreamType<Schema> {
  z.globalRegistry.add(type.schema, { description: `${type.summary}.`, example: type.example });
  return type;
}
