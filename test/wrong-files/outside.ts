import { file } from "../support/environment";
import type { WrongFile } from "./wrong-file";

const ACCESS_KEY = 'access_key = { secrets_manager = "genesys/endpoint" }';
const firehose = (keys: string) => file({ destination: `type = "firehose"\n${keys}` });
const endpoint = (url: string) => firehose(`endpoint = { url = "${url}", ${ACCESS_KEY} }`);
const splunk = (token: string) => firehose(`splunk = { hec_url = "https://splunk.acme.example:8088", ${token} }`);

const lattice = (region: string) =>
  file({
    destination: `type = "http"\nurl = "https://crm.acme.internal/x"\nauth = { type = "api_key", value = { secrets_manager = "s" } }
resource_configuration_arn = "arn:aws:vpc-lattice:${region}:123456789012:resourceconfiguration/rcfg-0123456789abcdef0"`,
  });

/** Delivery streams to places outside AWS, and private endpoints. */
export const outside: readonly WrongFile[] = [
  [
    "sends batches over HTTP",
    endpoint("http://events.acme.example/x"),
    "invalid-format 13:20 destinations.log.endpoint.url",
    /https:\/\//,
  ],
  [
    "sends batches to another port",
    endpoint("https://events.acme.example:8443/x"),
    "invalid-format 13:20 destinations.log.endpoint.url",
    /no port but 443/,
  ],
  [
    "sends batches to Splunk and to an endpoint",
    firehose(`endpoint = { url = "https://a.example", ${ACCESS_KEY} }
splunk = { hec_url = "https://splunk.acme.example:8088", token = { secrets_manager = "s" } }`),
    "key-without-effect 14:1 destinations.log.splunk",
    /beside endpoint: .* leave one/,
  ],
  [
    "says where files are written of events that go to an endpoint",
    firehose(`endpoint = { url = "https://a.example", ${ACCESS_KEY} }\nprefix = "calls/"`),
    "key-without-effect 14:1 destinations.log.prefix",
    /under error_prefix/,
  ],
  [
    "has an endpoint beside a delivery stream that exists",
    firehose(`arn = "arn:aws:firehose:us-east-1:123456789012:deliverystream/calls"
endpoint = { url = "https://a.example", ${ACCESS_KEY} }`),
    "key-without-effect 14:1 destinations.log.endpoint",
    /beside arn/,
  ],
  [
    "adds a path to Splunk's address",
    firehose(
      `splunk = { hec_url = "https://splunk.acme.example:8088/services/collector", token = { secrets_manager = "s" } }`,
    ),
    "invalid-format 13:22 destinations.log.splunk.hec_url",
    /a host and a port at most/,
  ],
  ["has no token for Splunk", splunk(""), "missing-key 13:10 destinations.log.splunk.token", /secrets_manager/],
  [
    "takes a part of a secret that Firehose reads as a whole",
    splunk('token = { secrets_manager = "s", key = "token" }'),
    "unknown-key 13:91 destinations.log.splunk.token.key",
    /whole secret/,
  ],
  [
    "waits longer for a batch than Splunk allows",
    splunk('token = { secrets_manager = "s" }, buffering_seconds = 61'),
    "out-of-range 13:113 destinations.log.splunk.buffering_seconds",
    /60/,
  ],
  [
    "reaches a private endpoint in another region",
    lattice("eu-west-1"),
    "arn-elsewhere 15:30 destinations.log.resource_configuration_arn",
    /only what is there; write/,
  ],
];
