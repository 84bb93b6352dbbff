import type { StreamType } from "../../streams/stream-type";
import { options } from "./options";

/** The options that give a key at the top of the file. */
export const TOP_OPTIONS = [
  { option: "account", key: "aws_account_id", required: true },
  { option: "region", key: "aws_region", required: true },
  { option: "genesys-region", key: "genesys_region", required: false },
  { option: "organization-id", key: "organization_id", required: false },
] as const;

/** The options that give a key of the state. */
export const STATE_OPTIONS = [
  { option: "state-bucket", key: "bucket" },
  { option: "state-key", key: "key" },
  { option: "state-region", key: "region" },
] as const;

/** Returns the option that gives a key of a stream: as the type calls it, or the key with - for _; undefined where there is none. */
export function streamOption(
  { topicsKey, optionNames = {} }: StreamType,
  key: string,
): keyof typeof options | undefined {
  const name = optionNames[key] ?? (key === topicsKey ? "topic" : key.replaceAll("_", "-"));
  return isOption(name) ? name : undefined;
}

function isOption(name: string): name is keyof typeof options {
  return Object.hasOwn(options, name);
}
