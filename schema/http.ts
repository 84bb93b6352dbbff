import { HTTP_PARAMETER_LENGTH } from "../aws/limits";
import { arn, text } from "./text";

/**
 * The forms of the parts of a request, as EventBridge's API asks for them (HttpsEndpoint, HeaderKey, HeaderValue,
 * QueryStringKey, QueryStringValue, PathParameter and AuthHeaderParameters): `PutTargets` and `CreateConnection` refuse others.
 */
const NAME = "[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*";
const HOST = `${NAME}(?::[0-9]{1,5})?`;
const AFTER_HOST = "(?:%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@&=+$,A-Za-z0-9])*";

/** A URL that EventBridge calls. A user or password in it would be a credential. */
export const endpointUrl = text(
  "a URL that begins with https:// and a host, holds no password, and has nothing else in it than letters, digits, - ( ) _ . ! ~ * ' ; / ? : @ & = + $ , and %XX for any other character",
  new RegExp(`^https://${HOST}(?:[/?]${AFTER_HOST})?$`),
);

/** A URL that Firehose calls, on port 443 alone (developer guide, "HTTP endpoint delivery request and response", 2026-11). */
export const firehoseUrl = text(
  "a URL that begins with https:// and a host, names no port but 443, holds no password, and has nothing else in it than letters, digits, - ( ) _ . ! ~ * ' ; / ? : @ & = + $ , and %XX for any other character",
  new RegExp(`^https://${NAME}(?::443)?(?:[/?]${AFTER_HOST})?$`),
);

/** A Splunk host with its port, to which Firehose adds the path of the HTTP Event Collector. */
export const splunkUrl = text(
  "a URL of https://, a host and a port at most, such as https://http-inputs-firehose-acme.splunkcloud.com:443",
  new RegExp(`^https://${HOST}$`),
);

export const headerName = text(
  `the name of an HTTP header, of 1 to ${HTTP_PARAMETER_LENGTH} letters, digits and -`,
  new RegExp(`^[A-Za-z0-9-]{1,${HTTP_PARAMETER_LENGTH}}$`),
);

export const headerValue = text(
  `text of 1 to ${HTTP_PARAMETER_LENGTH} printable ASCII characters, or a path such as $.detail.eventBody.id`,
  new RegExp(`^[ -~]{1,${HTTP_PARAMETER_LENGTH}}$`),
);

/** A name or a value of a query or of a token request's body. */
export const parameter = text(
  `text of 1 to ${HTTP_PARAMETER_LENGTH} characters, without line breaks and other control characters`,
  new RegExp(`^[^\\p{Cc}]{1,${HTTP_PARAMETER_LENGTH}}$`, "u"),
);

/** A value that takes the place of a * in the URL. */
export const pathParameter = text(
  `text of 1 to ${HTTP_PARAMETER_LENGTH} characters that is not blank, without control characters, or a path such as $.detail.eventBody.id`,
  new RegExp(`^(?!\\s*$)[^\\p{Cc}]{1,${HTTP_PARAMETER_LENGTH}}$`, "u"),
);

/** A user's name or a client's id. */
export const authText = text(
  `text of 1 to ${HTTP_PARAMETER_LENGTH} characters, without : and control characters`,
  new RegExp(`^[^\\p{Cc}:]{1,${HTTP_PARAMETER_LENGTH}}$`, "u"),
);

/** What leads to a host in a private network, by VPC Lattice; of this account, or of another that shares it (API reference, CreateConnection). */
export const resourceConfigurationArn = arn(
  "vpc-lattice",
  "resourceconfiguration/rcfg-[0-9a-z]{17}",
  "a resource configuration's ARN such as arn:aws:vpc-lattice:us-east-1:123456789012:resourceconfiguration/rcfg-0123456789abcdef0",
);
