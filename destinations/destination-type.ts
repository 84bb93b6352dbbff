import * as z from "zod";
import type { AlarmKind } from "../aws/alarm-kind";
import type { FunctionContext, FunctionPlan, MadeFunction } from "../aws/function-plan";
import type { KeyUse } from "../aws/key-use";
import type { Monitored } from "../aws/monitored";
import type { Place } from "../aws/names";
import type { Part } from "../aws/part";
import type { Bindings, ITerraformDependable, TargetConfig, TerraformStack } from "../aws/terraform";
import type { InputForm, Transformer } from "../input/transformer";
import type { ValueUse } from "../input/value-use";
import type { RolePlace } from "../parts/role";
import type { Renamed } from "../schema/identity";
import type { Fault } from "../text/issue";
import type { Path } from "../text/value";
import type { Finds, Written } from "./parts/found";

/** The keys that every destination has. */
export interface DestinationKeys extends Renamed {
  readonly type: string;
  readonly arn?: string | undefined;
}

/** The options of a target that only some destinations understand. */
export interface TargetOptions {
  readonly partition_key_path?: string | undefined;
  readonly message_group_id?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly path_parameters?: readonly string[] | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
}

/** A target that sends to a destination. */
export interface Use {
  readonly options: TargetOptions;
  /** The place of its options in the file. */
  readonly path: Path;
  /** The topics whose events come there, as far as the file says. */
  readonly topics: readonly string[];
}

/** The surroundings that a type's own check may look at, beside the keys. */
export interface CheckedDestination {
  readonly environment: string;
  /** The place of the destination in the file. */
  readonly path: Path;
  readonly place: Place | undefined;
  /** The name under which AWS will know it, where the stack makes it. */
  readonly physical: string | undefined;
  readonly uses: readonly Use[];
}

/** The permission that EventBridge needs before it may deliver; modules/permission.ts applies it. */
export type Permission =
  /** A role; `encrypts`: the service by which who delivers must use the key of what this stack made. */
  | { readonly kind: "role"; readonly actions: readonly string[]; readonly encrypts?: string }
  | { readonly kind: "log-policy" }
  /** The destination's own policy; `fromRules`: whether it may be narrowed to the rules that deliver. */
  | { readonly kind: "resource-policy"; readonly action: string; readonly fromRules: boolean }
  | { readonly kind: "function-permission" };

/** The queue of the stack for what could not be delivered. */
export interface DeadLetters {
  readonly arn: string;
  readonly url: string;
  readonly queue: ITerraformDependable;
}

export interface CreationContext<Keys> {
  readonly scope: TerraformStack;
  readonly bindings: Bindings;
  /** The construct's id, which is its Terraform address; `part` where a destination has several of a type. */
  readonly id: (type: { readonly tfResourceType: string }, part?: string) => string;
  readonly place: RolePlace & { readonly kms_key_arn?: string | undefined };
  readonly name: string;
  /** Names of roles, which belong to the account rather than to the region. */
  readonly roleName: (purpose: string) => string;
  readonly tags: Record<string, string>;
  readonly keys: Keys;
  /** The document of a `resource-policy`. */
  readonly policy: string;
  readonly deadLetters: DeadLetters;
  /** Returns a function of `functions`, by its part. */
  readonly madeFunction: (part: string) => MadeFunction;
}

/** The names that a destination's functions are composed of. */
export interface DestinationFunctionContext extends FunctionContext {
  /** The ARN that rules deliver to. */
  readonly arn: string;
  /** The address of the stack's dead-letter queue. */
  readonly deadLetters: string;
}

export interface Created {
  /** The resources that must exist before events are sent here. */
  readonly ready: ITerraformDependable[];
  /** The ARN, where AWS adds to it what cannot be composed. */
  readonly arn?: string;
}

/** The names that the parts of a destination are composed of. */
export type Named = Pick<CreationContext<unknown>, "place" | "name" | "roleName">;

/** The way to make a destination that does not exist yet. */
export interface Creation<Keys> {
  /** True if something is made also where `arn` names what exists: that through which events come there, to which `arn` below leads. */
  readonly always?: true;
  /** Keys that say how, and so mean nothing beside `arn`. */
  readonly keys: readonly string[];
  /** Keys that mean nothing beside another key, and why not. */
  readonly beside?: Readonly<Record<string, { readonly keys: readonly string[]; readonly why: string }>>;
  /** The key that names it, and what AWS takes there. */
  readonly nameKey: string;
  readonly nameForm: { readonly pattern: RegExp; readonly form: string };
  name(keys: Keys, environment: string, name: string): string;
  /** Composes the ARN, so that a reviewer sees it in the first plan. */
  arn(place: Place, name: string): string;
  /** Returns all that `create` makes, the destination itself first. */
  makes(keys: Keys, named: Named): readonly Part[];
  create(context: CreationContext<Keys>): Created;
}

/** The answers to what an auditor asks of a place that holds events. */
export interface Custody {
  /** The identities that can read what arrives. */
  readonly readers: string;
  readonly retention: string;
  /** True if nothing ever deletes what arrived, and no resource of the plan says so. */
  readonly forEver?: true;
  readonly encryption: string;
  /** The host, where events leave AWS. */
  readonly host?: string;
}

/** A value of the event that a destination or a target asks for, beside what is sent. */
export interface Wanted {
  /** The place of the key that asks for it, below the destination or the target. */
  readonly key: Path;
  readonly path: string;
  /** Left out where any value will do, and none as well. */
  readonly use?: ValueUse;
}

/** The address of requests, and how they are made. */
export interface Endpoint {
  readonly method: string;
  readonly url: string;
  /** The headers that the connection adds, whose values nobody is shown. */
  readonly secretHeaders: readonly string[];
  /** The headers in place of those that EventBridge sends. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Returns the body, where more than what is sent stands in it. */
  body?(payload: string): string;
}

export type DestinationSchema = z.core.$ZodTypeDiscriminable & z.ZodType<DestinationKeys>;

/**
 * A kind of destination, described as data: what it takes, makes and needs. Retry, dead letters, input, permissions and
 * ids belong to the modules that read this, so that no type can forget them.
 */
export interface DestinationType<Schema extends DestinationSchema = DestinationSchema> {
  readonly type: string;
  readonly summary: string;
  readonly schema: Schema;
  /** Keys that it has not, though people look for them: what to say of each. */
  readonly refused?: Readonly<Record<string, string>>;
  /** A valid destination, as it is written in the file. */
  readonly example: z.input<Schema>;
  /** The nearness to the bus that EventBridge demands. */
  readonly within: "anywhere" | "region" | "account";
  readonly options: readonly (keyof TargetOptions)[];
  /** The form that a target may send: any JSON, nothing but { timestamp, message }, or what the type itself composes. */
  readonly input: InputForm | "own";
  /** The most bytes that it takes of one event, where that is less than an event may have. */
  readonly payloadBytes?: number;
  /** Words for the documentation: encryption, limits, what a failure looks like, what becomes of an event that comes a second time, and where it is found. */
  readonly notes: {
    readonly encryption: string;
    readonly limits: string;
    readonly failure: string;
    /** `replay` says it, too, before it does so. */
    readonly repeat: string;
    /** Where whoever reads there finds what is sent, in one sentence without its full stop. */
    readonly arrival: string;
  };
  /** The metrics that CloudWatch has of it. */
  readonly monitored: Monitored;
  /** Says whether an alarm is for such a destination, where that depends on its keys. */
  watches?(keys: z.output<Schema>, alarm: AlarmKind): boolean;
  /** The price of each that exists, in US dollars a month, where it has one that no number of events changes. */
  readonly monthly?: { readonly label: string; readonly dollars: number };
  /** The way to make one; absent where it can only be named by `arn`. */
  readonly creation?: Creation<z.output<Schema>>;
  /** The keys for which `init` writes an example though the schema does not require them, since nothing holds without them. */
  readonly asked?: readonly string[];
  /** Returns the functions of ours that it needs. */
  functions?(keys: z.output<Schema>, context: DestinationFunctionContext): readonly FunctionPlan[];
  /** Finds what AWS refuses or drops of keys that are right one by one. */
  check?(keys: z.output<Schema>, destination: CheckedDestination): readonly Fault[];
  /** Says why a target may choose nothing of the event, where EventBridge sends whole events only. */
  wholeEvents?(keys: z.output<Schema>, place: Pick<Place, "aws_account_id">): Pick<Fault, "id" | "message"> | undefined;
  /** The keys that name S3 buckets for access logs, which no stack makes. */
  accessLogs?(keys: z.output<Schema>): Readonly<Record<string, string | undefined>>;
  permission(keys: z.output<Schema>): Permission;
  /** Returns who uses the key of what the stack makes. Absent where no key is used, or by EventBridge for its rules alone. */
  keyUse?(place: Place, arn: string): KeyUse;
  /** Returns what it is charged by where that is not what the prices in `monitored` and `monthly` say; undefined where it is. */
  chargedBy?(keys: z.output<Schema>): string | undefined;
  /** Returns what an auditor asks of what the stack makes, or of what can only be named by `arn`. */
  custody(keys: z.output<Schema>, place: { readonly kms_key_arn?: string | undefined }): Custody;
  /** Returns what an input of its own consists of. */
  transformer?(keys: z.output<Schema>): Transformer;
  /** Returns the values of the event that its options ask for, in a target or as keys of the destination. */
  wants?(options: TargetOptions & Partial<DestinationKeys>): readonly Wanted[];
  /**
   * Returns the texts, by key, that hold <path> where a value of the event belongs, within what an input of its own consists
   * of.
   */
  texts?(keys: z.output<Schema>): Readonly<Record<string, string>>;
  /** Returns where requests go, of what is reached by them. */
  endpoint?(keys: z.output<Schema>): Endpoint | undefined;
  /** Returns the name under which it takes what is sent, as the only member of an object. */
  wraps?(keys: z.output<Schema>): string | undefined;
  /** Returns what is written of an event where that is not what is sent, or the attributes without which nothing is. */
  writes?(keys: z.output<Schema>, event: unknown): Written;
  /** Returns what whoever reads there finds, where that is not what is sent. */
  finds?(keys: z.output<Schema>): Finds;
  /** Returns the block of the target that only this type has. */
  parameters?(keys: z.output<Schema>, options: TargetOptions): Partial<TargetConfig>;
}

/** Lets the compiler infer the keys from the schema, and the schema say what the type says of itself. */
export function defineDestination<Schema extends DestinationSchema>(
  type: DestinationType<Schema>,
): DestinationType<Schema> {
  const { schema, summary, example, refused } = type;
  z.globalRegistry.add(schema, { description: `${summary}.`, example, ...(refused && { refused }) });
  return type;
}
