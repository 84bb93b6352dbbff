import { environmentSchema } from "../../config/schema";
import { destinationTypes } from "../../destinations";
import { type Path, valueAt } from "../../text/value";
import { type Begun, type Chosen, destinationNames, fileValue, streamName } from "./begun";
import { streamOption, TOP_OPTIONS } from "./option-names";
import { keyOf, requiredKeys, streamKeysWanted, takesText, type Wanted } from "./wanted";

/** The place of a value that an environment cannot do without. */
export interface Slot extends Wanted {
  /** The option that gives it, as it is written; undefined where none does. */
  readonly option: string | undefined;
  /** Where it stands in the file. */
  readonly path: Path;
  set(value: unknown): Begun;
}

/** Returns the places of all values that must be given, in the order in which they are asked for. */
export function slotsOf(begun: Begun): Slot[] {
  const { top, stream, streamType, destinations } = begun;
  const names = destinationNames(destinations);
  return [
    ...TOP_OPTIONS.flatMap(({ option, key, required }) =>
      keyOf(environmentSchema, key).flatMap((wanted): Slot[] =>
        required
          ? [
              {
                ...wanted,
                option: `--${option}`,
                path: [key],
                set: (value) => ({ ...begun, top: { ...top, [key]: value } }),
              },
            ]
          : [],
      ),
    ),
    ...streamKeysWanted(streamType, stream).map(
      (wanted): Slot => ({
        ...wanted,
        option: optionText(streamOption(streamType, wanted.key)),
        path: ["streams", streamName(begun), wanted.key],
        set: (value) => ({ ...begun, stream: { ...stream, [wanted.key]: value } }),
      }),
    ),
    ...destinations.flatMap(({ type, keys }, index) =>
      [...requiredKeys(type.schema), ...(type.asked ?? []).flatMap((key) => keyOf(type.schema, key))].map(
        (wanted): Slot => ({
          ...wanted,
          option:
            takesText(wanted.schema) && !type.asked?.includes(wanted.key)
              ? `--destination ${type.type}=${wanted.key.toUpperCase()}`
              : undefined,
          path: ["destinations", names[index] ?? "", wanted.key],
          set: (value) => ({
            ...begun,
            destinations: replaced(destinations, index, { type, keys: { ...keys, [wanted.key]: value } }),
          }),
        }),
      ),
    ),
  ];
}

/** Returns those of the places where nothing stands yet. */
export function emptySlots(begun: Begun): Slot[] {
  return slotsOf(begun).filter(isEmptyIn(begun));
}

function isEmptyIn(begun: Begun): (slot: Slot) => boolean {
  const value = fileValue(begun);
  return ({ path }) => valueAt(value, path) === undefined;
}

export interface Filled {
  readonly begun: Begun;
  /** Where an example stands in place of a value. */
  readonly paths: readonly Path[];
}

/**
 * Returns the environment with an example in each of its empty places.
 *
 * @param which those to fill; the others stay empty
 */
export function filled(begun: Begun, which: (slot: Slot) => boolean = () => true): Filled {
  const slots = slotsOf(begun);
  const isEmpty = isEmptyIn(begun);
  const index = slots.findIndex((slot) => isEmpty(slot) && which(slot));
  const slot = slots[index];
  if (slot === undefined) return { begun, paths: [] };
  const { begun: all, paths } = filled(slot.set(slot.example), which);
  // The stream is called after its topics, which may have been filled in, too.
  return { begun: all, paths: [slotsOf(all)[index]?.path ?? slot.path, ...paths] };
}

/** Returns the environment with examples of what no option gives, such as the credentials of a destination. */
export const withExamples = (begun: Begun): Filled => filled(begun, ({ option }) => option === undefined);

/** Returns an environment that can be checked whole, and the paths of what nobody gave. */
export function withStandIns(begun: Begun): Filled {
  if (begun.destinations.length > 0) return filled(begun);
  const type = destinationTypes.find(({ schema }) => requiredKeys(schema).length === 0) ?? destinationTypes[0];
  const { begun: whole, paths } = filled({ ...begun, destinations: [{ type, keys: {} }] });
  return { begun: whole, paths: [...paths, ["destinations"]] };
}

function replaced(list: readonly Chosen[], index: number, item: Chosen): Chosen[] {
  return list.map((other, place) => (place === index ? item : other));
}

function optionText(name: string | undefined): string | undefined {
  return name && `--${name}`;
}
