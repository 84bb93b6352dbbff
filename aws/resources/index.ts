import { access } from "./access";
import { buckets } from "./buckets";
import { catalog } from "./catalog";
import { cloudwatch } from "./cloudwatch";
import { compute } from "./compute";
import { containers } from "./containers";
import { dataSources } from "./data-sources";
import { deliveryStreams } from "./delivery-streams";
import { events } from "./events";
import { gateway } from "./gateway";
import { messages } from "./messages";
import { otherProviders } from "./other-providers";
import { pipes } from "./pipes";
import type { ResourceType, ResourceTypes } from "./resource-type";
import { tables } from "./tables";

/** One row for each Terraform resource type that a stack holds or a plan has beside it. */
export const resourceTypes: ResourceTypes = {
  ...access,
  ...buckets,
  ...catalog,
  ...cloudwatch,
  ...compute,
  ...containers,
  ...dataSources,
  ...deliveryStreams,
  ...events,
  ...gateway,
  ...otherProviders,
  ...messages,
  ...pipes,
  ...tables,
};

/** Returns the row of a resource type; undefined for an unknown one, whatever JavaScript's own names it may have. */
export function resourceType(type: string | undefined): ResourceType | undefined {
  return type !== undefined && Object.hasOwn(resourceTypes, type) ? resourceTypes[type] : undefined;
}
