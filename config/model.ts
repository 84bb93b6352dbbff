import type * as z from "zod";
import type { destinationTypes } from "../destinations";
import type { DestinationKeys } from "../destinations/destination-type";
import type { Catalogue } from "../genesys/catalogue";
import type { streamTypes } from "../streams";
import type { environmentSchema } from "./schema";
import type { ruleSchema, targetSchema } from "./schema/rule";

export type Stream = z.output<(typeof streamTypes)[number]["schema"]>;
export type Destination = z.output<(typeof destinationTypes)[number]["schema"]> & DestinationKeys;
type WrittenRule = z.output<typeof ruleSchema>;

/** One destination of one rule, with all its options. */
export type Target = z.output<typeof targetSchema> & { readonly destination: string };

/** The environment as the file has it, once checked against the schema. */
export type WrittenEnvironment = z.output<typeof environmentSchema>;

export type Rule = Omit<WrittenRule, "targets"> & { readonly targets: readonly Target[] };

/** The checked model: every default is filled in, and nothing depends on the order of the file. */
export type Environment = Omit<WrittenEnvironment, "rules" | "destinations"> & {
  /** The file's name; also the stack's. */
  readonly name: string;
  readonly catalogue: Catalogue;
  /** What exists already and is to come under Terraform, sorted by address. */
  readonly imports: readonly Import[];
  readonly rules: Readonly<Record<string, Rule>>;
  readonly destinations: Readonly<Record<string, Destination>>;
};

/** Something that exists, and the resource of the stack that it is to be. */
export interface Import {
  /** The address of the resource. */
  readonly to: string;
  /** The id by which Terraform's provider finds it. */
  readonly id: string;
}

export type WrittenParts = { [Key in keyof WrittenEnvironment]?: WrittenEnvironment[Key] | undefined };

/** An environment as the checks see it: those parts of the file that the schema accepts, and the names of all others. */
export interface Draft {
  readonly name: string;
  /** The path of the file, as messages show it. */
  readonly path: string;
  readonly catalogue: Catalogue;
  /** The keys at the top, as far as they are right. */
  readonly top: WrittenParts;
  /** Undefined where the file's own are missing or wrong. */
  readonly place: { readonly aws_account_id: string; readonly aws_region: string } | undefined;
  readonly streams: Readonly<Record<string, Stream>>;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly destinations: Readonly<Record<string, Destination>>;
  readonly written: {
    readonly streams: readonly string[];
    readonly destinations: readonly string[];
    readonly value: unknown;
  };
}
