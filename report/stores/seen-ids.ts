import { isMap } from "../../text/value";
import { asText } from "../own";
import { blocks, parsedJson, type Resource, text } from "../resources/resource";
import { playing, type Store, type StoreType } from "./store";

/** The tables in which functions of ours remember what came already, as their settings say. */
export const seenIds: StoreType = {
  kind: "table of ids",
  storesIn: ({ resources }) => {
    const tables = playing("table", resources);
    return playing("function", resources).flatMap((made) => {
      const { table, hours } = seenBy(made);
      const found = tables.find((one) => text(one, "name") === table);
      return found === undefined ? [] : [storeOf(found, hours)];
    });
  },
};

function seenBy(made: Resource): Readonly<Record<string, unknown>> {
  const [environment] = blocks(made, "environment");
  const variables = isMap(environment?.variables) ? environment.variables : {};
  const settings = parsedJson(asText(variables.SETTINGS ?? ""));
  return isMap(settings) && isMap(settings.seen) ? settings.seen : {};
}

function storeOf(table: Resource, hours: unknown): Store {
  return {
    resource: table,
    name: text(table, "name") ?? table.name,
    holds: "a SHA-256 of the id of each event, to drop what is sent twice; nothing else of it",
    topics: undefined,
    kept: [],
    retention: `${hours} hours`,
    forEver: false,
    encryption: "AES-256 with a key of DynamoDB",
    readers: "identities of this account that may read its tables (dynamodb:GetItem, dynamodb:Query, dynamodb:Scan)",
  };
}
