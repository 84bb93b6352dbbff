import { TERRAFORM_VERSION } from "../../../aws/defaults";
import { called } from "../../../text/called";
import { joined } from "../../../text/words";
import { fill } from "./fill";
import deploy from "./github/deploy.yml";
import deployEnvironment from "./github/deploy-environment.yml";
import drift from "./github/drift.yml";
import lane from "./github/lane.yml";
import planAction from "./github/plan-action.yml";
import pullRequest from "./github/pull-request.yml";
import type { Service, Setting } from "./service";

const ACCOUNT = "${{ needs.plan.outputs.account }}";
const ENVIRONMENT = "${{ inputs.environment }}";

export const github: Service = {
  files: (setting) => {
    const holes = {
      folder: setting.folder,
      branch: setting.branch,
      "terraform-version": TERRAFORM_VERSION,
      "plan-role": setting.roles.plan,
      "apply-role": setting.roles.apply.replaceAll("{account}", ACCOUNT).replaceAll("{environment}", ENVIRONMENT),
      lanes: lanes(setting),
    };
    return {
      ".github/actions/eventbridge-plan/action.yml": fill(planAction, holes),
      ".github/workflows/eventbridge-deploy-environment.yml": fill(deployEnvironment, holes),
      ".github/workflows/eventbridge-deploy.yml": fill(deploy, holes),
      ".github/workflows/eventbridge-drift.yml": fill(drift, holes),
      ".github/workflows/eventbridge-pull-request.yml": fill(pullRequest, holes),
    };
  },
  next: ({ stages, branch }) => [
    `make the roles: ${called("init bootstrap")}`,
    `make the environments <name>-plan and <name> in the repository's settings, <name> with reviewers and for ${branch} alone, where <name> is ${joined(stages.flat())}`,
    "give each of them GENESYSCLOUD_OAUTHCLIENT_ID and GENESYSCLOUD_OAUTHCLIENT_SECRET as secrets, GENESYSCLOUD_REGION as variable",
    'gh secret set PLAN_PASSPHRASE --body "$(openssl rand -base64 32)"',
    "gh variable set EVENTBRIDGE_DEPLOY --body true: before that nothing is planned or deployed",
  ],
};

/** The jobs of the deployment, each after those of the stage before. */
function lanes({ stages, branch }: Setting): string {
  const texts = stages.flatMap((stage, index) =>
    stage.map((environment) => {
      const before = stages[index - 1]?.map((name) => `deploy-${name}`).join(", ");
      return fill(lane, { environment, branch, needs: before === undefined ? "" : `\n    needs: [${before}]` });
    }),
  );
  return texts.join("\n").trimEnd();
}
