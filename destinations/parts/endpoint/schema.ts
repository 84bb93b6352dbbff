import * as z from "zod";
import { defaults } from "../../../aws/defaults";
import {
  FIREHOSE_ENDPOINT_LENGTH,
  FIREHOSE_ENDPOINT_MIB,
  FIREHOSE_ENDPOINT_SECONDS,
  SPLUNK_ENDPOINT_LENGTH,
  SPLUNK_MIB,
  SPLUNK_SECONDS,
} from "../../../aws/limits";
import { firehoseUrl, splunkUrl } from "../../../schema/http";
import { storedSecretSchema } from "../../../schema/secret";

const batches = (seconds: { min: number; max: number }, mib: { min: number; max: number }) => ({
  buffering_seconds: z.int().min(seconds.min).max(seconds.max).default(defaults.batch_seconds).meta({
    description: "A batch is sent after so many seconds, or when it is large enough.",
    example: 10,
  }),
  buffering_mib: z.int().min(mib.min).max(mib.max).default(defaults.batch_mib).meta({
    description: "A batch is sent at this size, in MiB, or when it is old enough.",
    example: 1,
  }),
});

/** The keys of an HTTP endpoint that gets events in batches. */
export const endpointSchema = z
  .strictObject({
    url: firehoseUrl.max(FIREHOSE_ENDPOINT_LENGTH).meta({
      description:
        "Where batches go; https on port 443 only, with a certificate that a public authority has signed. It must answer as Firehose asks.",
      example: "https://events.acme.example/genesys",
    }),
    access_key: storedSecretSchema.meta({
      description: 'The secret {"api_key": "…"}, which Firehose sends in the header X-Amz-Firehose-Access-Key.',
      example: { secrets_manager: "genesys/endpoint" },
    }),
    compression: z.enum(["GZIP", "NONE"]).default("GZIP").meta({
      description: "How the body of a request is compressed.",
      example: "NONE",
    }),
    ...batches(FIREHOSE_ENDPOINT_SECONDS, FIREHOSE_ENDPOINT_MIB),
  })
  .meta({ title: "endpoint", description: "An HTTP endpoint that gets events in batches." });

/** The keys of Splunk's HTTP Event Collector. */
export const splunkSchema = z
  .strictObject({
    hec_url: splunkUrl.max(SPLUNK_ENDPOINT_LENGTH).meta({
      description:
        "Splunk's HTTP Event Collector, without a path; its certificate must be signed by a public authority, and indexer acknowledgement be on.",
      example: "https://http-inputs-firehose-acme.splunkcloud.com:443",
    }),
    token: storedSecretSchema.meta({
      description: 'The secret {"hec_token": "…"} with the token of the HTTP Event Collector.',
      example: { secrets_manager: "genesys/splunk" },
    }),
    ...batches(SPLUNK_SECONDS, SPLUNK_MIB),
  })
  .meta({ title: "splunk", description: "Splunk, which gets events in batches by its HTTP Event Collector." });

export type EndpointKeys = z.output<typeof endpointSchema>;
export type SplunkKeys = z.output<typeof splunkSchema>;

/** The place outside AWS that a delivery stream sends to; neither where it writes files of all events. */
export interface Outside {
  readonly endpoint?: EndpointKeys | undefined;
  readonly splunk?: SplunkKeys | undefined;
}

/** A place outside AWS, whatever it is. */
export interface Address {
  readonly url: string;
  /** The secret that opens it. */
  readonly secret: string;
  readonly buffering_seconds: number;
  readonly buffering_mib: number;
}

export function outsideOf({ endpoint, splunk }: Outside): Address | undefined {
  if (endpoint !== undefined) return { ...endpoint, secret: endpoint.access_key.secrets_manager };
  return splunk && { ...splunk, url: splunk.hec_url, secret: splunk.token.secrets_manager };
}
