import type { Place } from "../aws/names";
import type { Environment } from "../config/model";
import type { Repository } from "./trust";

/** What the stack of one account is made for. */
export interface Account {
  /** The account, and the region of its state. */
  readonly place: Place;
  readonly environments: readonly Environment[];
  /** The bucket that holds the states. */
  readonly bucket: string;
  /** Whether the bucket is made here. */
  readonly makesBucket: boolean;
  readonly repository: Repository;
  /** The ARN of an OIDC provider that the account has already. */
  readonly provider: string | undefined;
}
