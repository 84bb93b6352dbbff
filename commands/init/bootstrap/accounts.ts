import { bucketName } from "../../../aws/names";
import type { Account } from "../../../bootstrap";
import { isOwnState } from "../../../bootstrap/state";
import { gitHub, gitLab, type Repository } from "../../../bootstrap/trust";
import { FilesProblem } from "../../../config/files";
import type { Environment } from "../../../config/model";
import { groupBy } from "../../../text/group-by";
import { joined } from "../../../text/words";
import type { BootstrapInput } from "./options";

const MAIN = "main";

/** Returns one account for all environments that are in it. */
export function accountsOf(environments: readonly Environment[], { values }: BootstrapInput): Account[] {
  const repository = repositoryOf(values);
  const provider = values["oidc-provider"];
  return [...groupBy(environments, ({ aws_account_id }) => aws_account_id)].map(([aws_account_id, own]) => {
    if (provider !== undefined && !provider.includes(`::${aws_account_id}:`))
      throw new FilesProblem(`--oidc-provider is of another account than ${aws_account_id}, which ${names(own)} names`);
    const states = own.flatMap(({ state }) => (state.backend === "s3" ? [state] : []));
    const made = own.filter(isOwnState).flatMap(({ state }) => (state.backend === "s3" ? [state] : []));
    const [state = { region: own[0]?.aws_region ?? "" }] = [...made, ...states];
    const place = { aws_account_id, aws_region: state.region };
    const bucket = values["state-bucket"] ?? made[0]?.bucket ?? bucketName(place, "genesys-eventbridge-state");
    const other = made.find((state) => state.bucket !== bucket || state.region !== place.aws_region);
    if (other !== undefined)
      throw new FilesProblem(
        `${names(own)}: the state lies in ${other.bucket} in ${other.region}, and not in ${bucket} in ${place.aws_region}; an account has one bucket for it`,
      );
    return { place, environments: own, bucket, makesBucket: own.some(isOwnState), repository, provider };
  });
}

function repositoryOf({ github, gitlab, branch, environment, ...others }: BootstrapInput["values"]): Repository {
  if (github !== undefined) return gitHub(github, branch === undefined ? { environment } : { branch });
  return gitLab(gitlab ?? "", branch ?? MAIN, others["gitlab-host"] ?? "gitlab.com");
}

function names(environments: readonly Environment[]): string {
  return joined(environments.map(({ name }) => name));
}
