import { type Place, partition } from "../aws/names";

/** The repository whose jobs may assume the roles, by the identity that its CI signs. */
export interface Repository {
  /** The host that signs, without https://. */
  readonly issuer: string;
  readonly audience: string;
  /** Returns the subjects of the jobs that may plan an environment; with `*` where the CI writes a part that nobody knows before. */
  readonly plan: (environment: string) => readonly string[];
  /** Returns the one subject that may apply it. */
  readonly apply: (environment: string) => string;
}

/** The jobs at GitHub that deploy: those of a branch, or of an environment in the repository's settings. */
export type Deploying = { readonly branch: string } | { readonly environment: string | undefined };

/**
 * Returns GitHub's repository. Plans are made by the jobs of the GitHub environment `<environment>-plan`, as in the workflows of
 * `init ci`, whose settings can say who may; where a branch deploys, also by that branch and by pull requests. A job of
 * `<environment>` applies where nothing else is said.
 */
export function gitHub(repository: string, deploying: Deploying): Repository {
  const of = (what: string) => `repo:${repository}:${what}`;
  const branch = "branch" in deploying ? of(`ref:refs/heads/${deploying.branch}`) : undefined;
  return {
    issuer: "token.actions.githubusercontent.com",
    audience: "sts.amazonaws.com",
    plan: (name) => [of(`environment:${name}-plan`), ...(branch === undefined ? [] : [of("pull_request"), branch])],
    apply: (name) => branch ?? of(`environment:${("environment" in deploying && deploying.environment) || name}`),
  };
}

/** Returns GitLab's project: every branch plans, since a merge request's jobs are of its own branch; one branch applies. */
export function gitLab(project: string, branch: string, host: string): Repository {
  const of = (ref: string) => `project_path:${project}:ref_type:branch:ref:${ref}`;
  return { issuer: host, audience: `https://${host}`, plan: () => [of("*")], apply: () => of(branch) };
}

/** Returns the ARN that the provider has, or will have. */
export function providerArn(place: Place, { issuer }: Repository): string {
  return `arn:${partition(place.aws_region)}:iam::${place.aws_account_id}:oidc-provider/${issuer}`;
}

/** A trust policy of a role. */
export function trust(provider: string, { issuer, audience }: Repository, subjects: readonly string[]): object[] {
  const audienceIs = { [`${issuer}:aud`]: audience };
  const subjectIs = { [`${issuer}:sub`]: subjects };
  const exact = !subjects.some((subject) => subject.includes("*"));
  const Condition = exact
    ? { StringEquals: { ...audienceIs, ...subjectIs } }
    : { StringEquals: audienceIs, StringLike: subjectIs };
  return [{ Effect: "Allow", Principal: { Federated: provider }, Action: "sts:AssumeRoleWithWebIdentity", Condition }];
}
