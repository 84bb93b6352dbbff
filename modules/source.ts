import type { ITerraformDependable, TerraformResource, TerraformStack } from "cdktf";
import { defaults } from "../config/defaults";
import type { Environment, Stream } from "../config/model";
import { eventSourceName, logicalId } from "../config/names";
import { address } from "./address";
import { DataAwsCloudwatchEventSource, DataGenesyscloudOrganizationsMe, Integration, Sleep } from "./bindings";

const INTEGRATION_TYPE = "amazon-eventbridge-source";

/** The partner event source of a stream: its exact name, and what must have happened before a bus can be made on it. */
export interface Source {
  readonly name: string;
  readonly ready: ITerraformDependable[];
}

/** Whether the stack has anything to do in Genesys Cloud. */
export function managesIntegrations({ streams }: Environment): boolean {
  return Object.values(streams).some(({ manage_integration }) => manage_integration);
}

/**
 * The organization's id: the file's own, or else what the organization says of itself. Either is known when planning, so
 * that no name that is made from it can make Terraform replace anything.
 */
export function organizationId(stack: TerraformStack, environment: Environment): string {
  const { organization_id } = environment;
  if (!managesIntegrations(environment) && organization_id !== undefined) return organization_id;
  const me = new DataGenesyscloudOrganizationsMe(stack, address(DataGenesyscloudOrganizationsMe, "organization"));
  // No CDKTF token, which would not be filled in inside of a condition.
  if (organization_id === undefined) return `\${data.${me.terraformResourceType}.${me.friendlyUniqueId}.id}`;
  me.addOverride("lifecycle.postcondition", [
    {
      condition: `\${lower(self.id) == "${organization_id}"}`,
      error_message: `The credentials are for the Genesys Cloud organization \${self.id}, but organization_id is ${organization_id}: use the credentials of that organization, or mend organization_id.`,
    },
  ]);
  return organization_id;
}

export function createSource(
  stack: TerraformStack,
  environment: Environment,
  organization: string,
  [key, stream]: readonly [string, Stream],
): Source {
  const name = eventSourceName(organization, stream.event_source_suffix);
  const ready: ITerraformDependable[] = stream.manage_integration
    ? [createIntegration(stack, environment, name, key, stream)]
    : [];
  if (stream.lookup === "strict") ready.push(strictLookup(stack, name, key, ready));
  return { name, ready };
}

/** The integration, and the time that Genesys Cloud and AWS need until the source that it makes can be seen. */
function createIntegration(
  stack: TerraformStack,
  { aws_account_id, aws_region }: Environment,
  sourceName: string,
  key: string,
  stream: Stream,
): Sleep {
  const integration = new Integration(stack, address(Integration, key), {
    integrationType: INTEGRATION_TYPE,
    // Left out, the provider switches it off.
    intendedState: stream.enabled ? "ENABLED" : "DISABLED",
    config: {
      name: stream.integration_name ?? key,
      notes: stream.notes ?? key,
      properties: JSON.stringify({
        awsAccountId: aws_account_id,
        awsAccountRegion: aws_region,
        eventFilter: stream.topic_filters,
        eventSourceSuffix: stream.event_source_suffix,
      }),
      advanced: "{}",
    },
    ...(stream.protect && { lifecycle: { preventDestroy: true } }),
  });
  return new Sleep(stack, address(Sleep, key), {
    createDuration: `${defaults.event_source_wait_seconds}s`,
    triggers: { event_source: sourceName, integration: integration.id },
  });
}

/** Stops where the source is missing or another: AWS finds by the beginning of a name, so the name is compared. */
function strictLookup(stack: TerraformStack, name: string, key: string, dependsOn: ITerraformDependable[]) {
  return new DataAwsCloudwatchEventSource(stack, address(DataAwsCloudwatchEventSource, key), {
    namePrefix: name,
    dependsOn,
    lifecycle: {
      postcondition: [
        {
          condition: `\${self.name == "${name}" && contains(["PENDING", "ACTIVE"], self.state)}`,
          errorMessage: `${missing(name)} Found: \${self.name}, \${self.state}.`,
        },
      ],
    },
  });
}

/** Warns after the bus was made, when the source must be active. It feeds nothing, so it can make nothing be replaced. */
export function checkSource(stack: TerraformStack, { name }: Source, key: string, bus: TerraformResource): void {
  const id = logicalId(key);
  const data = `data.aws_cloudwatch_event_source.${id}`;
  stack.addOverride(`check.event_source_${id}`, {
    data: {
      aws_cloudwatch_event_source: {
        [id]: { name_prefix: name, depends_on: [`${bus.terraformResourceType}.${bus.friendlyUniqueId}`] },
      },
    },
    assert: [
      {
        condition: `\${${data}.name == "${name}" && ${data}.state == "ACTIVE"}`,
        error_message: `${missing(name)} Found: \${${data}.name}, \${${data}.state}.`,
      },
    ],
  });
}

function missing(name: string): string {
  return `The partner event source ${name} is not there or not active, so no event can arrive: look at the integration in Genesys Cloud (is it on, and for this account and region?).`;
}
