import { parsedJson } from "../../../report/resources/resource";
import { isMap } from "../../../text/value";
import { integrationsOf } from "../../genesys/integrations";
import { type Adoptable, textOf } from "../adoptable";

/** An integration that its organization has with the suffix that the stack wants: two of one suffix cannot be. */
export const integration: Adoptable = {
  type: "genesyscloud_integration",
  inGenesysCloud: true,
  async find({ config, integration_type }, { cloud, aws }) {
    if (cloud === undefined || !isMap(config)) return undefined;
    const { aws_account_id, aws_region } = aws.place;
    const wanted = parsedJson(textOf(config.properties));
    const suffix = isMap(wanted) ? wanted.eventSourceSuffix : undefined;
    const found = (await integrationsOf(cloud, textOf(integration_type))).find(
      ({ properties }) =>
        properties.eventSourceSuffix === suffix &&
        properties.awsAccountId === aws_account_id &&
        properties.awsAccountRegion === aws_region,
    );
    if (found === undefined) return undefined;
    const { awsAccountId, awsAccountRegion, eventFilter, eventSourceSuffix } = found.properties;
    return {
      id: found.id,
      intended_state: found.intendedState,
      config: {
        name: found.name,
        notes: found.notes,
        properties: JSON.stringify({
          awsAccountId,
          awsAccountRegion,
          eventFilter: [...(eventFilter ?? [])].sort(),
          eventSourceSuffix,
        }),
      },
    };
  },
  reads: () => [],
};
