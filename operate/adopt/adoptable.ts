import type { Place } from "../../aws/names";
import type { Attributes } from "../../aws/resources/grant";
import type { Aws } from "../aws/aws";
import { isAwsError } from "../aws/aws-problem";
import type { GenesysCloud } from "../genesys/cloud";

/** The account, and the organization where its credentials are there, in which things are looked for. */
export interface Account {
  readonly aws: Aws;
  readonly cloud: GenesysCloud | undefined;
}

/** Actions that looking for something needs, and the ARNs of what is looked at. */
export interface Reading {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** The way in which a type of resource is found where the stack wants it, so that Terraform can import it. */
export interface Adoptable {
  /** The Terraform type; its row in aws/resources/ has the id of an import. */
  readonly type: string;
  /** True for what is in Genesys Cloud, whose credentials nobody need have. */
  readonly inGenesysCloud?: true;
  /** The attributes that no apply changes in place: where they differ, Terraform would replace what exists. */
  readonly fixed?: readonly string[];
  /** True for what no file has that is made of an account, so that nobody looks for it then. */
  readonly unwritten?: true;
  /**
   * Looks for what has the name that the stack wants.
   *
   * @returns its attributes as Terraform would read them, null for none; those that it leaves out are not compared
   */
  find(wanted: Attributes, account: Account): Promise<Attributes | undefined>;
  /** Returns what AWS must allow for that. */
  reads(wanted: Attributes, place: Place): readonly Reading[];
  /**
   * Returns the keys by which a destination of the file has what was found, so that it can be the stack's own; else the reason why
   * the file names it by its ARN. Absent where it always does.
   */
  keys?(found: Attributes): Readonly<Record<string, unknown>> | string;
  /** Says what is lost where an attribute changes from what exists to what the stack wants. */
  loses?(attribute: string, now: unknown, wanted: unknown): string | undefined;
}

/** Returns the text of an attribute; empty where it has none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Returns what was asked for; undefined where AWS has no such thing. */
export async function orNothing<Answer>(asked: Promise<Answer>, ...codes: readonly string[]) {
  try {
    return await asked;
  } catch (error) {
    if (isAwsError(error, "ResourceNotFoundException", "NotFoundException", ...codes)) return undefined;
    throw error;
  }
}
