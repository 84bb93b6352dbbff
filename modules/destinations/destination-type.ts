import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type * as z from "zod";
import type { Place } from "../../config/names";
import type * as bindings from "../bindings";

export type Bindings = typeof bindings;
export type TargetConfig = bindings.CloudwatchEventTargetConfig;

/** The keys that every destination has. */
export interface DestinationKeys {
  readonly type: string;
  readonly arn?: string | undefined;
}

/** The options of a target that only some destinations understand. */
export interface TargetOptions {
  readonly partition_key_path?: string | undefined;
}

/** What EventBridge needs before it may deliver. modules/target.ts and its neighbours apply it. */
export type Permission =
  | { readonly kind: "role"; readonly actions: readonly string[] }
  | { readonly kind: "log-policy" };

export interface Creation<Keys> {
  readonly scope: Construct;
  readonly bindings: Bindings;
  /** The construct's id: its Terraform address. */
  readonly id: (type: { readonly tfResourceType: string }) => string;
  readonly name: string;
  readonly tags: Record<string, string>;
  readonly keys: Keys;
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
  /** A valid destination, as it is written in the file. */
  readonly example: z.input<Schema>;
  /** Keys that say how to create it, and so mean nothing beside `arn`. */
  readonly creationKeys: readonly string[];
  /** Whether it must be in the bus's own region or also in its own account. */
  readonly within: "region" | "account";
  readonly options: readonly (keyof TargetOptions)[];
  /** A log group takes nothing but { timestamp, message }. */
  readonly input: "json" | "log-event";
  readonly permission: Permission;
  name(keys: z.output<Schema>, environment: string, name: string): string;
  arn(place: Place, name: string): string;
  create(creation: Creation<z.output<Schema>>): TerraformResource;
  /** The block of the target that only this type has. */
  parameters?(keys: z.output<Schema>, options: TargetOptions): Partial<TargetConfig>;
}

/** Lets the compiler infer the keys from the schema. */
export function defineDestination<Schema extends DestinationSchema>(
  type: DestinationType<Schema>,
): DestinationType<Schema> {
  return type;
}
