import { arn, type Place, partition } from "../names";
import type { Condition } from "../policy";

/** The attributes of a resource, as synthesis writes them. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Returns the ARNs that a statement is for. */
type Scope = (place: Place, of: Attributes) => readonly string[];

/** The actions that whoever deploys a resource must be allowed to do on some ARNs. */
export interface Grant {
  /** The actions that change nothing; a plan needs them. */
  readonly read?: readonly string[];
  readonly write?: readonly string[];
  readonly on: Scope;
  /** Returns whether this resource needs it; all do where it is left out. */
  readonly when?: (of: Attributes) => boolean;
  readonly condition?: (place: Place, of: Attributes) => Condition;
}

/** The scope of actions that AWS gives no resource to (Service Authorization Reference), or of resources whose ids AWS makes up. */
export const anything: Scope = () => ["*"];

/** Returns a text attribute; `*` where it is known after the apply only. */
export function known(of: Attributes, key: string): string {
  const value = of[key];
  return typeof value === "string" && value !== "" ? value : "*";
}

/** Returns whether an attribute is set. */
export function has(key: string): (of: Attributes) => boolean {
  return (of) => of[key] !== undefined;
}

/** Returns the ARNs of a service that end in the value of an attribute, with each of these before it and, after a space, behind it. */
export function named(service: string, forms: readonly string[], key = "name"): Scope {
  return (place, of) =>
    forms.map((form) =>
      arn(
        place,
        service,
        form.replace("NAME", () => known(of, key)),
      ),
    );
}

/** Returns the ARN that an attribute holds, unless it holds something else, such as an alias. */
export function held(key: string): Scope {
  return (_, of) => (known(of, key).startsWith("arn:") ? [known(of, key)] : []);
}

export function both(...scopes: readonly Scope[]): Scope {
  return (place, of) => scopes.flatMap((scope) => scope(place, of));
}

/** The bucket of an attribute; its ARN has neither region nor account. */
export const bucket: Scope = (place, of) => [`arn:${partition(place.aws_region)}:s3:::${known(of, "bucket")}`];

/** The role of an attribute. */
export function role(key: string): Scope {
  return (place, of) => [`arn:${partition(place.aws_region)}:iam::${place.aws_account_id}:role/${known(of, key)}`];
}

/** The grant of the role that a service makes for itself, once in an account. */
export function serviceLinkedRole(service: string): Grant {
  return {
    write: ["iam:CreateServiceLinkedRole"],
    on: (place) => role("name")(place, { name: `aws-service-role/${service}/*` }),
    condition: () => ({ StringEquals: { "iam:AWSServiceName": service } }),
  };
}

/** The grant to decrypt a secret with its own key, which nobody but its owner knows; no other secret has this encryption context. */
export function decryption(service: "secretsmanager" | "ssm", context: string, secret: Scope): Grant {
  return {
    read: ["kms:Decrypt"],
    on: (place) => [arn(place, "kms", "key/*")],
    condition: (place, of) => ({
      StringEquals: { "kms:ViaService": `${service}.${place.aws_region}.amazonaws.com` },
      StringLike: { [`kms:EncryptionContext:${context}`]: secret(place, of) },
    }),
  };
}

/** The grant to use the owner's key for a service. */
export function useOfKey(service: string, actions: readonly string[], key: string): Grant {
  return {
    write: actions,
    on: held(key),
    when: (of) => held(key)({ aws_account_id: "", aws_region: "" }, of).length > 0,
    condition: ({ aws_region }) => ({ StringEquals: { "kms:ViaService": `${service}.${aws_region}.amazonaws.com` } }),
  };
}
