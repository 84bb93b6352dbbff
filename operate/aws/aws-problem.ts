import { AWS_ANSWER_SECONDS } from "../../aws/defaults";
import { FilesProblem } from "../../files/files-problem";

/** The reason why AWS did not do what it was asked for. */
export class AwsProblem extends FilesProblem {
  constructor(
    /** AWS's own name of the error, such as `ResourceNotFoundException`; for what the network did, `NoAnswer`. */
    readonly code: string,
    /** True where the caller lacks a permission. */
    readonly denied: boolean,
    line: string,
  ) {
    super(line);
  }
}

interface Asked {
  readonly clientName?: string;
  readonly commandName?: string;
}

/** Returns what to throw in place of an error that a client threw. */
export function awsProblem(error: unknown, { clientName = "", commandName = "" }: Asked): unknown {
  if (error instanceof FilesProblem || !(error instanceof Error)) return error;
  const what = `${clientName.replace(/Client$/, "")} ${commandName.replace(/Command$/, "")}`;
  const said = error.message.replace(/\s+/g, " ").replace(/\.$/, "");
  const { name } = error;
  if (name === "CredentialsProviderError" || /could not load credentials|no valid (?:session )?/i.test(said))
    return new AwsProblem(name, false, `there are no AWS credentials (${said}); ${CREDENTIALS}`);
  if (EXPIRED.test(name) || /token .*expired/i.test(said))
    return new AwsProblem(name, false, `AWS does not take the credentials (${said}); log in again, or ${CREDENTIALS}`);
  if (DENIED.test(name))
    return new AwsProblem(name, true, `AWS refuses ${what}: ${said}; --policy prints the permissions that are needed`);
  if (THROTTLED.test(name))
    return new AwsProblem(name, false, `AWS is asked too often for ${what} (${said}); try again in a minute`);
  if (!("$fault" in error)) {
    const why = "code" in error ? `${String(error.code)}: ${said}` : said;
    const reason = /^(?:Abort|Timeout)Error$/.test(name) ? `within ${AWS_ANSWER_SECONDS} seconds` : `(${why})`;
    return "code" in error || "$metadata" in error || (/Error$/.test(name) && /Abort|Timeout/.test(name))
      ? new AwsProblem("NoAnswer", false, `AWS gave no answer to ${what} ${reason}; see to the network and its proxy`)
      : error;
  }
  return new AwsProblem(name, false, `AWS refuses ${what}: ${said || name} (${name})`);
}

/** Returns true for an error of AWS by one of these names. */
export function isAwsError(error: unknown, ...codes: readonly string[]): error is AwsProblem {
  return error instanceof AwsProblem && codes.includes(error.code);
}

const CREDENTIALS = "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
const EXPIRED =
  /^(?:ExpiredToken|RequestExpired|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidSignature)(?:Exception)?$/;
const DENIED =
  /^(?:AccessDenied|AuthorizationError|UnauthorizedOperation|KMSAccessDenied|KmsAccessDenied)(?:Exception)?$/;
const THROTTLED =
  /^(?:Throttling|ThrottledException|TooManyRequests|RequestThrottled|RequestLimitExceeded|SlowDown)(?:Exception)?$/;
