import type { Attributes, Grant } from "./grant";

/** The ways in which EventBridge delivers to a resource and is let in, by the service that its ARN names. */
export type DeliveryService =
  | "api-destination"
  | "events"
  | "firehose"
  | "kinesis"
  | "lambda"
  | "logs"
  | "sns"
  | "sqs"
  | "states";

/** The things that policies are about. */
export type HolderType = "function" | "key" | "logs" | "queue" | "role" | "topic";

/** The grants that AWS keeps as one statement of a policy, each with a resource of its own. */
export type GrantType = "event bus" | "function";

/** The parts that keep something of events beside destinations: stores themselves, and what leads from a bus to its log. */
export type StoreRole =
  | "archive"
  | "discovered schemas"
  | "function"
  | "log delivery"
  | "log destination"
  | "log source"
  | "pipe"
  | "stage"
  | "table";

/** A policy that a resource holds of something else, or of itself. */
export interface Carrier {
  readonly holder: HolderType;
  /** The attribute that says whose policy it is; empty for one of the whole account. */
  readonly of: string;
  /** The attribute that holds the policy, where that may be known later. */
  readonly policy?: string;
}

/** An attribute that encrypts: whenever it is set, with one value, unless it is false, or by a flag of its block. */
export type EncryptedBy =
  | { readonly set: string }
  | { readonly attribute: string; readonly value: string }
  | { readonly notFalse: string }
  | { readonly block: string; readonly flag: string };

/** The attributes that encrypt what a resource keeps, and the words for none of them. */
export interface Encryption {
  readonly by: readonly EncryptedBy[];
  readonly none: string;
  /** The severity where AWS encrypts with a key of its own all the same. */
  readonly severity?: "medium";
}

/** The attribute that says how long something is kept. */
export interface Retention {
  readonly attribute: string;
  readonly unit: "days" | "hours" | "seconds";
  /** True if 0 or nothing means for ever. */
  readonly forEver: boolean;
}

/** The blocks from the outermost to that of an attribute, and its name. */
export type AttributePath = readonly string[];

/** The facts about a Terraform resource type that readers of plans and stacks need. A member left out does not apply to it. */
export interface ResourceType {
  /** The word of a person for it, before its name. */
  readonly noun: string;
  /**
   * Returns the id under which Terraform imports one that exists, from its attributes; each type's documentation page has it under
   * "Import".
   */
  readonly importId?: (values: Attributes) => string;
  /** The words for what is lost with it, after "is destroyed". */
  readonly loss?: string;
  /** The service in its ARN, and the end of it, composed before the resource exists. */
  readonly arn?: readonly [service: string, resource: (name: string) => string];
  /** True if its attribute `arn` names something else, which may be elsewhere. */
  readonly arnOfAnother?: true;
  readonly delivery?: DeliveryService;
  /** The attributes with the address outside AWS that it sends to, each with the blocks that it is in. */
  readonly endpoints?: readonly AttributePath[];
  readonly carries?: Carrier;
  readonly grants?: GrantType;
  /** The words for whom a policy in it is attached to: one, and the attribute with the name. */
  readonly holder?: readonly [word: string, attribute: string];
  readonly encryption?: Encryption;
  readonly retention?: Retention;
  readonly store?: StoreRole;
  /** The attributes with the ARN of the bucket that it writes files into, each with the blocks that it is in. */
  readonly filesInto?: readonly AttributePath[];
  /** The attribute with the name of the bucket whose files its rules expire. */
  readonly expiresFilesOf?: string;
  /** True if an auditor asks for tags on it. */
  readonly tagged?: true;
  /** The actions that whoever deploys it needs; every type that a stack makes has some. */
  readonly deploy?: readonly Grant[];
}

export type ResourceTypes = Readonly<Record<string, ResourceType>>;
