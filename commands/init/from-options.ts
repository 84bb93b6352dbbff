import * as z from "zod";
import { fields } from "../../config/schema-fields";
import { streamTypes } from "../../streams";
import type { StreamType } from "../../streams/stream-type";
import { suggestion } from "../../text/nearest";
import type { Input } from "../command";
import { type Begun, type Chosen, isUsual } from "./begun";
import { chosenBy } from "./destination-word";
import { STATE_OPTIONS, streamOption, TOP_OPTIONS } from "./option-names";
import type { options } from "./options";
import { subcommands } from "./subcommands";
import { valueOfOption } from "./wanted";

type Values = Input<typeof options>["values"];

/** The environment as far as the command line says, and what is wrong with the words themselves. */
export interface Asked {
  readonly begun: Begun;
  readonly wrong: readonly string[];
}

export function fromOptions({ values, positionals }: Input<typeof options>): Asked {
  const [name = "", ...more] = positionals;
  const types: readonly StreamType[] = streamTypes;
  const wanted = values["stream-type"];
  const [usual] = types.filter(isUsual);
  const streamType = types.find(({ type }) => type === wanted) ?? usual ?? streamTypes[0];
  const chosen = (values.destination ?? []).map(chosenBy);
  const destinations = chosen.filter((one): one is Chosen => typeof one !== "string");
  const state = stateOf(values, name);
  const top = { ...topOf(values), ...(typeof state === "object" && { state }) };
  return {
    begun: { name, top, streamType, stream: streamOf(values, streamType), destinations },
    wrong: [
      ...(more.length > 0 ? [`init takes one NAME, and ${more.join(" ")} is one too many`] : []),
      ...nameProblem(name),
      ...(wanted !== undefined && streamType.type !== wanted
        ? [
            `--stream-type ${wanted} is not known${suggestion(
              wanted,
              types.map(({ type }) => type),
            )}`,
          ]
        : []),
      ...strayOptions(values, streamType),
      ...chosen.filter((one) => typeof one === "string"),
      ...(typeof state === "string" ? [state] : []),
    ],
  };
}

/** Returns the folder and the ending that a name must not have. */
export function nameProblem(name: string): string[] {
  if (subcommands.some((below) => below.name === name))
    return [`init ${name} is a command of its own, and comes first: write init ${name} --help, or another NAME`];
  const plain = name.replace(/^.*[\\/]/, "").replace(/\.tfvars(?:\.json)?$/, "");
  return plain === name ? [] : [`NAME is the environment's name alone, without folder and ending: write ${plain}`];
}

function topOf(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    TOP_OPTIONS.flatMap(({ option, key }) => (values[option] === undefined ? [] : [[key, values[option]]])),
  );
}

function streamOf(values: Values, type: StreamType): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(type).flatMap(([key, schema]) => {
      const option = streamOption(type, key);
      const given = option && values[option];
      if (given === undefined || typeof given === "boolean") return [];
      // One text each; of a list, the texts in it.
      const texts = [given].flat().map((text) => valueOfOption(schema, text));
      return [[key, texts.every(Array.isArray) ? texts.flat() : texts.at(-1)]];
    }),
  );
}

/** Returns what is wrong with options for keys that only streams of other types have. */
function strayOptions(values: Values, type: StreamType): string[] {
  const types: readonly StreamType[] = streamTypes;
  const own = new Set(fieldsOf(type).map(([key]) => streamOption(type, key)));
  const stray = types.flatMap((other) =>
    fieldsOf(other).flatMap(([key]) => {
      const option = streamOption(other, key);
      return option === undefined || own.has(option) || values[option] === undefined ? [] : [option];
    }),
  );
  return [...new Set(stray)].map(
    (option) =>
      `--${option} says nothing of a stream of type ${type.type}; leave it out, or write another --stream-type`,
  );
}

/** Returns the keys of a type with their schemas. */
function fieldsOf({ schema }: StreamType) {
  return schema instanceof z.ZodObject ? fields(schema) : [];
}

/** Returns the state's value; a text that says what is wrong; undefined for a local file. */
function stateOf(values: Values, name: string): Record<string, unknown> | string | undefined {
  const [, ...others] = STATE_OPTIONS;
  const bucket = values["state-bucket"];
  const alone = others.find(({ option }) => values[option] !== undefined);
  if (bucket === undefined) return alone && `--${alone.option} says nothing without --state-bucket; write both`;
  return stateIn(bucket, name, { key: values["state-key"], region: values["state-region"] ?? values.region });
}

/** Returns the state in a bucket. */
export function stateIn(
  bucket: string,
  name: string,
  { key, region }: { readonly key?: string | undefined; readonly region?: string | undefined },
): Record<string, unknown> {
  return { backend: "s3", bucket, key: key ?? `genesys-eventbridge/${name}.tfstate`, region };
}
