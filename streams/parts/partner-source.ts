import { defaults } from "../../aws/defaults";
import type { Part } from "../../aws/part";
import type { ITerraformDependable, TerraformResource } from "../../aws/terraform";
import type { PartnerSourceKeys } from "../genesys-cloud";
import type { CreationContext, Feed } from "../stream-type";

const INTEGRATION_TYPE = "amazon-eventbridge-source";

type Context = CreationContext<PartnerSourceKeys>;

/** Returns all that `feed` makes. */
export function parts({ manage_integration, lookup }: PartnerSourceKeys): Part[] {
  return [
    ...(manage_integration ? [{ type: "genesyscloud_integration" }, { type: "time_sleep" }] : []),
    ...(lookup === "strict" ? [{ type: "data.aws_cloudwatch_event_source" }] : []),
  ];
}

/** Makes the resources before the bus: the integration, the wait for the source that it makes, and the look-up of that source. */
export function feed(context: Context): Feed {
  const { keys, source } = context;
  const ready: ITerraformDependable[] = keys.manage_integration ? [createIntegration(context)] : [];
  if (keys.lookup === "strict") ready.push(strictLookup(context, ready));
  return {
    bus: { eventSourceName: source },
    // An import does not read it, and a difference would replace the bus. Nothing is lost: the name says the same.
    ignored: ["event_source_name"],
    ready,
    ...(keys.lookup === "check" && { verify: (bus: TerraformResource) => checkLater(context, bus) }),
  };
}

/** Makes the integration, and the wait that Genesys Cloud and AWS need until its source can be seen. */
function createIntegration({ scope, bindings: { Integration, Sleep }, id, place, name, source, keys }: Context) {
  const integration = new Integration(scope, id(Integration), {
    integrationType: INTEGRATION_TYPE,
    // Left out, the provider switches it off.
    intendedState: keys.enabled ? "ENABLED" : "DISABLED",
    // No advanced settings: this type of integration has none, and what the API adds to them would be a difference at every plan.
    config: {
      name: keys.integration_name ?? name,
      notes: keys.notes ?? name,
      properties: JSON.stringify({
        awsAccountId: place.aws_account_id,
        awsAccountRegion: place.aws_region,
        eventFilter: keys.topic_filters,
        eventSourceSuffix: keys.event_source_suffix,
      }),
    },
    ...(keys.protect && { lifecycle: { preventDestroy: true } }),
  });
  return new Sleep(scope, id(Sleep), {
    createDuration: `${defaults.event_source_wait_seconds}s`,
    triggers: { event_source: source, integration: integration.id },
  });
}

/**
 * Makes the look-up that fails where the source is missing or another: AWS finds by the beginning of a name, so the name is
 * compared.
 */
function strictLookup({ scope, bindings, id, source }: Context, dependsOn: ITerraformDependable[]) {
  const { DataAwsCloudwatchEventSource } = bindings;
  return new DataAwsCloudwatchEventSource(scope, id(DataAwsCloudwatchEventSource), {
    namePrefix: source,
    dependsOn,
    lifecycle: {
      postcondition: [
        {
          condition: `\${self.name == "${source}" && contains(["PENDING", "ACTIVE"], self.state)}`,
          errorMessage: `${missing(source)} Found: \${self.name}, \${self.state}.`,
        },
      ],
    },
  });
}

/** Makes the check that warns after the bus was made, when the source must be active. Nothing reads it, so it replaces nothing. */
function checkLater({ scope, logicalId: id, source }: Context, bus: TerraformResource): void {
  const data = `data.aws_cloudwatch_event_source.${id}`;
  scope.addOverride(`check.event_source_${id}`, {
    data: {
      aws_cloudwatch_event_source: {
        [id]: { name_prefix: source, depends_on: [`${bus.terraformResourceType}.${bus.friendlyUniqueId}`] },
      },
    },
    assert: [
      {
        condition: `\${${data}.name == "${source}" && ${data}.state == "ACTIVE"}`,
        error_message: `${missing(source)} Found: \${${data}.name}, \${${data}.state}.`,
      },
    ],
  });
}

function missing(name: string): string {
  return `The partner event source ${name} is not there or not active, so no event can arrive: look at the integration in Genesys Cloud (is it on, and for this account and region?).`;
}
