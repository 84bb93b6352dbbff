import type { Stage } from "./order";

/** What the files of a service are made from. */
export interface Setting {
  /** The folder of environment files, from the root of the repository, with `/`. */
  readonly folder: string;
  readonly branch: string;
  readonly stages: readonly Stage[];
  /** ARNs with `{account}` and `{environment}` in them. */
  readonly roles: { readonly plan: string; readonly apply: string };
}

/** A service that runs workflows. */
export interface Service {
  /** Returns the text of each file, by its path from the root of the repository. */
  files(setting: Setting): Readonly<Record<string, string>>;
  /** Returns what is left to do, a line each. */
  next(setting: Setting): readonly string[];
}
