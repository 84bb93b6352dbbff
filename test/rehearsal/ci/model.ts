import type { GithubApi } from "./github-api";

export type Texts = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, unknown>>;

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: unknown;
  readonly run?: string;
  readonly shell?: string;
  readonly uses?: string;
  readonly with?: Values;
  readonly env?: Values;
}

export interface Job {
  readonly name?: string;
  readonly if?: unknown;
  readonly needs?: string | readonly string[];
  readonly environment?: string | { readonly name: string };
  readonly permissions?: Values;
  readonly strategy?: { readonly matrix: Values };
  readonly env?: Values;
  readonly outputs?: Texts;
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly with?: Values;
  readonly secrets?: Values;
}

export interface Workflow {
  readonly env?: Values;
  readonly defaults?: { readonly run?: { readonly shell?: string } };
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Action {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown }>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** A repository as GitHub knows it. */
export interface Repository {
  /** Where its commits are. */
  readonly path: string;
  readonly vars: Texts;
  readonly secrets: Texts;
  /** The settings of environments, by name. */
  readonly environments: Readonly<Record<string, { readonly vars?: Texts; readonly secrets?: Texts }>>;
  readonly api: GithubApi;
  /** Asked before a job in one of the environments begins. */
  readonly approve: (environment: string) => Promise<boolean>;
}

export interface GithubEvent {
  readonly name: "pull_request" | "push" | "schedule";
  readonly sha: string;
  readonly ref: string;
  readonly payload: Values;
}

export type Result = "success" | "failure" | "skipped" | "cancelled";

export interface JobRun {
  readonly result: Result;
  readonly outputs: Texts;
  readonly log: string;
  readonly summary: string;
}

/** A run of a workflow. */
export interface Run {
  readonly repository: Repository;
  readonly event: GithubEvent;
  /** A folder for what its jobs leave. */
  readonly folder: string;
  /** What ended, by job, environment of the matrix and called job: `plan (dev)`, `deploy-dev / apply`. */
  readonly jobs: Map<string, JobRun>;
  /** Roles that were assumed, in order. */
  readonly roles: string[];
}
