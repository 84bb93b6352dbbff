import type { Status } from "./expressions";
import type { Run, Texts, Values } from "./model";

/** What the steps of a job share; those of an action that is called in it, too. */
export interface JobScope {
  readonly run: Run;
  readonly workspace: string;
  /** Files for GITHUB_OUTPUT and the like. */
  readonly files: string;
  readonly permissions: Values;
  /** Contexts besides `env` and `steps`. */
  readonly contexts: Values;
  readonly shell: string | undefined;
  env: Texts;
  status: Status;
  log: string;
  summary: string;
}
