import { TERRAFORM_SHA256, TERRAFORM_VERSION } from "../../../aws/defaults";
import { called } from "../../../text/called";
import { fill } from "./fill";
import lane from "./gitlab/lane.yml";
import pipeline from "./gitlab/pipeline.yml";
import type { Service, Setting } from "./service";

export const gitlab: Service = {
  files: (setting) => ({
    ".gitlab-ci.yml": fill(pipeline, {
      folder: setting.folder,
      branch: setting.branch,
      environments: setting.stages.flat().join(" "),
      lanes: lanes(setting),
      "plan-role": setting.roles.plan,
      "apply-role": setting.roles.apply,
      "terraform-version": TERRAFORM_VERSION,
      "terraform-sha256": TERRAFORM_SHA256,
    }),
  }),
  next: ({ stages, branch }) => [
    `make the roles: ${called("init bootstrap")}`,
    `protect the branch ${branch} and, with those who may deploy, the environments ${stages.flat().join(", ")}`,
    "set the variables GENESYSCLOUD_OAUTHCLIENT_ID, GENESYSCLOUD_OAUTHCLIENT_SECRET and GENESYSCLOUD_REGION of each environment, and of each <environment>-plan",
    "set the variables PLAN_PASSPHRASE (openssl rand -base64 32) and, to comment and to open issues, EVENTBRIDGE_TOKEN, both masked",
    "make a schedule for every night",
    "set the variable EVENTBRIDGE_DEPLOY to true: before that nothing is planned or deployed",
  ],
};

/** The jobs of each environment, each apply after those of the stage before. */
function lanes({ stages, folder, branch }: Setting): string {
  const texts = stages.flatMap((stage, index) =>
    stage.map((environment) => {
      const before = stages[index - 1]?.map((name) => `, apply ${name}`) ?? [];
      return fill(lane, { environment, folder, branch, needs: `plan ${environment}${before.join("")}` });
    }),
  );
  return texts.join("\n").trimEnd();
}
