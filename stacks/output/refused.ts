import { basename } from "node:path";
import { called } from "../../text/called";

/** An environment whose file is not right. */
export interface Refused {
  readonly name: string;
  /** The path as messages show it. */
  readonly path: string;
}

/**
 * Returns a stack that Terraform refuses at every step, with the reason, and that has no state. It takes the place of
 * what an earlier run wrote, so that nobody deploys what the file no longer says.
 */
export function refusedStack({ name, path }: Refused, version: string): string {
  const reason = `${basename(path)} is not right: ${called("check")} says what is wrong, and until that is fixed nothing is planned or changed`;
  const metadata = { backend: "local", stackName: name, version };
  return JSON.stringify(
    { "//": { metadata, outputs: {} }, [reason]: {}, terraform: { required_providers: {} } },
    null,
    2,
  );
}
