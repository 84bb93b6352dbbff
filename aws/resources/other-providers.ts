import type { ResourceTypes } from "./resource-type";

export const otherProviders: ResourceTypes = {
  genesyscloud_integration: {
    noun: "integration",
    importId: ({ id }) => `${id}`,
    loss: "Genesys Cloud sends nothing more, and the event source goes",
  },
  time_sleep: { noun: "wait" },
};
