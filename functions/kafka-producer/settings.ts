/** A secret of Secrets Manager, a JSON object; read when a connection is made. */
export interface StoredSecret {
  readonly secrets_manager: string;
}

/** How the brokers are told who writes. */
export type Authentication =
  | { readonly type: "plain" | "scram_sha_256" | "scram_sha_512"; readonly credentials: StoredSecret }
  | { readonly type: "mtls"; readonly certificate: StoredSecret }
  | { readonly type: "iam" };

export type Compression = "none" | "gzip" | "snappy" | "lz4" | "zstd";

/** All that the function is told, as JSON in its environment variable SETTINGS. No secret is among it. */
export interface Settings {
  /** The brokers, as host:port, or the MSK cluster that is asked for them. */
  readonly brokers?: readonly string[] | undefined;
  readonly cluster_arn?: string | undefined;
  /** False where the function is in subnets, from where MSK's brokers have addresses of their own. */
  readonly public: boolean;
  readonly topic: string;
  readonly key_path?: string | undefined;
  readonly compression: Compression;
  readonly acks: "all" | "leader";
  readonly auth?: Authentication | undefined;
  readonly ca_certificate?: StoredSecret | undefined;
  /** The queue that the events come from, which dead letters name as their target. */
  readonly queue: string;
  /** The address of the stack's dead-letter queue. */
  readonly dead_letters: string;
  /** How long an event is tried, from when it came into the queue. */
  readonly hours: number;
}
