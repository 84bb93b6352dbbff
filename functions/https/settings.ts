/** Where a secret lies; read when it is needed. */
export type SecretPlace =
  | { readonly secrets_manager: string; readonly key?: string | undefined }
  | { readonly ssm_parameter: string };

/** How a sender proves who it is. A JWT is checked by the API itself, before the function is run. */
export type Authentication =
  | {
      readonly type: "hmac";
      readonly algorithm: "sha1" | "sha256";
      readonly header: string;
      readonly prefix: string;
      readonly encoding: "base64" | "hex";
      readonly timestamp_header?: string | undefined;
      readonly tolerance_seconds: number;
      readonly secret: SecretPlace;
    }
  | { readonly type: "token"; readonly header: string; readonly secret: SecretPlace }
  | { readonly type: "basic"; readonly username: string; readonly password: SecretPlace }
  | { readonly type: "jwt" };

/** All that the function is told, as JSON in its environment variable SETTINGS. No secret is among it. */
export interface Settings {
  readonly enabled: boolean;
  readonly bus: string;
  readonly source: string;
  readonly auth: Authentication;
  readonly allowed_cidrs: readonly string[];
  /** The path of a field that is given back, in the body or as a query parameter. */
  readonly handshake?: string | undefined;
  readonly envelope: EnvelopeSettings;
  /** The table of ids that were seen, and how long each counts; left out where events have no id. */
  readonly seen?: { readonly table: string; readonly hours: number } | undefined;
}

/** How a body becomes an event. */
export interface EnvelopeSettings {
  /** The kind of an event that does not say its own. */
  readonly kind: string;
  /** `body.<path>` or `header.<name>` of the kind and of the id. */
  readonly event_type?: string | undefined;
  readonly event_id?: string | undefined;
}
