import type { Input, Options } from "../../command";

export const options = {
  github: {
    type: "string",
    offers: {},
    value: "OWNER/REPOSITORY",
    help: "the repository at GitHub whose workflows deploy",
  },
  gitlab: { type: "string", offers: {}, value: "GROUP/PROJECT", help: "the project at GitLab whose pipelines deploy" },
  "gitlab-host": {
    type: "string",
    offers: {},
    value: "HOST",
    help: "the host of a GitLab of your own",
    default: "gitlab.com",
  },
  branch: {
    type: "string",
    offers: {},
    value: "BRANCH",
    help: "the protected branch that deploys; for GitLab main, where this is left out",
  },
  environment: {
    type: "string",
    offers: {},
    value: "NAME",
    help: "the environment of the GitHub repository whose jobs deploy",
    default: "the one of the same name",
  },
  "oidc-provider": {
    type: "string",
    offers: {},
    value: "ARN",
    help: "the OIDC provider of GitHub or GitLab that the account has",
  },
  "state-bucket": {
    type: "string",
    offers: {},
    value: "BUCKET",
    help: "another name for the bucket that holds the state",
  },
  directory: { type: "string", offers: {}, value: "FOLDER", help: "where to write", default: "bootstrap" },
  check: {
    type: "boolean",
    help: "write nothing; exit with 1 where a file is not as it would be written; alone, of all that was written before",
  },
  json: { type: "boolean", help: "for other programs" },
} as const satisfies Options;

export type BootstrapInput = Input<typeof options>;

/** The forms of the values; what they are compared with has no wildcards. */
const FORMS: Readonly<Record<string, readonly [form: RegExp, words: string]>> = {
  github: [/^[A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+$/, "OWNER/REPOSITORY, such as acme/events"],
  gitlab: [/^[\w.-]+(?:\/[\w.-]+)+$/, "GROUP/PROJECT, such as acme/contact-centre/events"],
  "gitlab-host": [
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?$/,
    "a host, such as gitlab.acme.example, without https://",
  ],
  branch: [/^[\w./#+@-]+$/, "one branch, without * or ?"],
  environment: [/^[^\p{Cc}*?:/\\$"'`,;]{1,255}$/u, "one environment, without * or ?"],
  "oidc-provider": [
    /^arn:[\w-]+:iam::\d{12}:oidc-provider\/[\w./:-]+$/,
    "an ARN, such as arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
  ],
  "state-bucket": [/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "a bucket's name: 3 to 63 small letters, digits, - and ."],
};

/** Returns whether nothing is asked but that what lies there is as it would be written: each file says how it was made. */
export function isCheckOfKept({ values, positionals }: BootstrapInput): boolean {
  const { check, directory: _, ...others } = values;
  return check === true && positionals.length === 0 && Object.keys(others).length === 0;
}

/** Returns what is wrong with the options; undefined where nothing is. */
export function wrongUse({ values, positionals }: BootstrapInput): string | undefined {
  if (positionals.length === 0) return "init bootstrap wants the environments, such as dev";
  const { github, gitlab, environment } = values;
  if ((github === undefined) === (gitlab === undefined))
    return "init bootstrap wants --github or --gitlab, one of them";
  if (gitlab === undefined && values["gitlab-host"] !== undefined) return "--gitlab-host goes with --gitlab";
  if (gitlab !== undefined && environment !== undefined)
    return "--environment goes with --github: what GitLab signs does not name the environment; use --branch";
  if (values.branch !== undefined && environment !== undefined)
    return "--environment and --branch exclude each other: what GitHub signs for an environment's job does not name the branch. Which branches may deploy to it, its settings at GitHub say";
  for (const [name, [form, words]] of Object.entries(FORMS)) {
    const value = Object.entries(values).find(([option]) => option === name)?.[1];
    if (typeof value === "string" && !form.test(value)) return `--${name} wants ${words}`;
  }
  return undefined;
}
