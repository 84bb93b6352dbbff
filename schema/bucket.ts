import { BUCKET_NAME_LENGTH } from "../aws/limits";
import { text } from "./text";

// S3 user guide, "General purpose bucket naming rules" (2026-11); the same holds for Firehose and Terraform.
const NAME = [
  "(?!xn--|sthree-|amzn-s3-demo-)",
  "(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)",
  "(?!.*\\.\\.|.*\\.-|.*-\\.)",
  "(?!.*-s3alias$|.*--ol-s3$|.*--x-s3$|.*--table-s3$|.*\\.mrap$)",
  `[a-z0-9][a-z0-9.-]{1,${BUCKET_NAME_LENGTH - 2}}[a-z0-9]`,
].join("");
const FORM = `a bucket's name of 3 to ${BUCKET_NAME_LENGTH} lower-case letters, digits, . or -, a letter or digit at both ends, no two dots and no dot beside a -, no IP address, and none of S3's own: xn--, sthree-, amzn-s3-demo- in front, -s3alias, --ol-s3, --x-s3, --table-s3, .mrap at the end`;

/** The name of a bucket that exists. */
export const bucketText = text(FORM, new RegExp(`^${NAME}$`));

/** The name of a bucket of any age: until 2018, those of us-east-1 could have upper-case letters, _ and 255 characters. */
export const anyBucketText = text("a bucket's name of 3 to 255 letters, digits, . - or _", /^[A-Za-z0-9._-]{3,255}$/);

/** Returns the fault of the name of a bucket that exists in a region. */
export function bucketFault(name: string, region: string): string | undefined {
  const old = region === "us-east-1" && (/[A-Z_]/.test(name) || name.length > BUCKET_NAME_LENGTH);
  return old || bucketText.safeParse(name).success
    ? undefined
    : `is no name that a bucket of ${region} can have; it must be ${FORM}`;
}

/** The name of a bucket that is made: S3 keeps those that end like this for the namespaces of accounts. */
export const newBucketText = text(
  `${FORM}, -<account>-<region>-an at the end`,
  new RegExp(`^(?!.*-\\d{12}-[a-z0-9-]+-an$)${NAME}$`),
);

export const bucketArn = text(
  `a bucket's ARN such as arn:aws:s3:::acme-events, with ${FORM}`,
  new RegExp(`^arn:aws[a-z-]*:s3:::${NAME}$`),
);
