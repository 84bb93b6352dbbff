import { type Contract, type Message, received } from "../contract";
import type { Shape } from "../shapes/shape";
import type { Writer } from "./writer";

const DRAFT = "https://json-schema.org/draft/2020-12/schema";

/** A JSON Schema of whatever comes: of one topic by itself, else each message is a definition, and so is all of each destination. */
export const jsonSchema: Writer = {
  write(contract) {
    const { title, description, channels, destinations } = contract;
    const [only, ...others] = channels.map(({ message }) => message);
    const schema =
      only !== undefined && others.length === 0 && destinations.length === 0
        ? { $schema: DRAFT, title: only.name, description: only.description, ...only.shape }
        : { $schema: DRAFT, title, description, ...whole(contract) };
    return JSON.stringify(schema, null, 2);
  },
};

function whole(contract: Contract): object {
  const messages = received(contract).map(({ name, description, shape }) => [name, { description, ...shape }]);
  const groups = contract.destinations.map(({ typeName, name, description, messages: own }) => [
    typeName,
    { title: name, description: `All that destination ${name} gets, as ${description}.`, ...oneOf(own) },
  ]);
  return { ...oneOf(received(contract)), $defs: Object.fromEntries([...messages, ...groups]) };
}

const oneOf = (messages: readonly Message[]): Shape => ({
  anyOf: messages.map(({ name }) => ({ $ref: `#/$defs/${name}` })),
});
