import * as z from "zod";
import { MESSAGE_GROUP_ID_LENGTH } from "../aws/limits";
import { awsRegions } from "../aws/regions";

declare module "zod" {
  /** The metadata of a field for errors, documentation and editors, beside its description. */
  interface GlobalMeta {
    /** The default where the key is left out, if that is no plain value. */
    readonly absent?: string;
    /** The form of the text, as prose; completes "it must be ". */
    readonly form?: string;
    /** A valid value, as it is written in the file. */
    readonly example?: unknown;
    /** The unknown keys that people often write in a map, each with its message. */
    readonly refused?: Readonly<Record<string, string>>;
  }
}

/** Returns the schema of a text of one form. The pattern goes into the JSON Schema, which knows no flag but `u`. */
export function text(form: string, pattern: RegExp) {
  return z.string().regex(pattern, { error: form }).meta({ form });
}

/** The pattern of aws in any case, since there is no flag for that. */
export const AWS_IN_ANY_CASE = "[aA][wW][sS]";

export const anyText = z.string().min(1).max(1000);

/** Returns the schema of an ARN of one thing, with its account and, unless the service has none, its region. */
export function arn(service: string, resource: string, form: string) {
  return text(form, new RegExp(`^${arnPattern(service, resource)}$`));
}

const REGIONLESS = ["iam"];

export function arnPattern(service: string, resource: string): string {
  const region = REGIONLESS.includes(service) ? "" : "[a-z]{2,4}(?:-[a-z]+){1,3}-\\d{1,2}";
  return `arn:aws[a-z-]*:${service}:${region}:\\d{12}:${resource}`;
}

export const region = z.enum(awsRegions);

/** Returns the schema of a name that becomes part of resource names and addresses. */
export function name(length: number) {
  return text(`1 to ${length} letters, digits, . - or _`, new RegExp(`^[A-Za-z0-9._-]{1,${length}}$`));
}

/** A path such as `detail.eventBody.id` or `$.detail.eventBody.id`; the leading `$.` is dropped. */
export const eventPath = text(
  "a path into the event such as detail.eventBody.id, of letters, digits, - and _ between dots, with [0] for a list's element",
  /^(?:\$\.)?[\w-]+(?:\[\d+\])*(?:\.[\w-]+(?:\[\d+\])*)*$/,
)
  .max(250)
  .overwrite((path) => path.replace(/^\$\./, ""));

export const uuid = text(
  "a UUID such as 3c4f9f1e-0000-4000-8000-00000000c0de",
  /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
).overwrite((id) => id.toLowerCase());

export const topic = text("a topic such as v2.users.{id}.presence", /^[A-Za-z0-9_.{}*-]{1,256}$/);

/** The message group of an SQS queue: text, or a path that begins with $. */
export const messageGroup = text(
  `text of 1 to ${MESSAGE_GROUP_ID_LENGTH} letters, digits and punctuation of ASCII, without spaces, or a path such as $.detail.eventBody.id`,
  new RegExp(`^[!-~]{1,${MESSAGE_GROUP_ID_LENGTH}}$`),
);

/** A URL without a user or password, since those are credentials. */
export const httpsUrl = text(
  "a URL that begins with https:// and holds no password",
  /^https:\/\/[^\s@/]+(?:\/[^\s@]*)?$/,
);
