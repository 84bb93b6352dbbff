import { arn } from "../names";
import { anything, decryption, known } from "./grant";
import type { ResourceTypes } from "./resource-type";

/** Data sources, which a plan reads, too. */
export const dataSources: ResourceTypes = {
  "data.aws_cloudwatch_event_source": {
    noun: "event source",
    deploy: [{ read: ["events:ListEventSources"], on: anything }],
  },
  "data.aws_secretsmanager_secret_version": {
    noun: "secret",
    deploy: [
      {
        read: ["secretsmanager:GetSecretValue"],
        on: (place, of) => [secretArn(place, of)],
      },
      decryption("secretsmanager", "SecretARN", (place, of) => [secretArn(place, of)]),
    ],
  },
  "data.aws_ssm_parameter": {
    noun: "parameter",
    deploy: [
      { read: ["ssm:GetParameter"], on: (place, of) => [parameterArn(place, of)] },
      decryption("ssm", "PARAMETER_ARN", (place, of) => [parameterArn(place, of)]),
    ],
  },
};

type Scoped = Parameters<typeof anything>;

/** Returns the ARN of a secret that is named in full or in part: Secrets Manager adds a hyphen and six characters. */
function secretArn(place: Scoped[0], of: Scoped[1]): string {
  const id = known(of, "secret_id");
  const complete = id.startsWith("arn:") ? id : arn(place, "secretsmanager", `secret:${id}`);
  return /-[A-Za-z0-9]{6}$/.test(id) && id.startsWith("arn:") ? complete : `${complete}-??????`;
}

function parameterArn(place: Scoped[0], of: Scoped[1]): string {
  const name = known(of, "name");
  return name.startsWith("arn:") ? name : arn(place, "ssm", `parameter/${name.replace(/^\//, "")}`);
}
