import { playing, type StoreType } from "./store";

export const schemas: StoreType = {
  kind: "schemas",
  storesIn: ({ resources }) =>
    playing("discovered schemas", resources).map((resource) => ({
      resource,
      name: "discovered-schemas",
      holds: "names and types of the events' fields, without their values",
      topics: undefined,
      kept: [],
      retention: "until somebody deletes them",
      forEver: false,
      encryption: "with a key of EventBridge",
      readers: "identities of this account that may read its schemas (schemas:DescribeSchema)",
    })),
};
