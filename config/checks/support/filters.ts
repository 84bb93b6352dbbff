import { PIPE_FILTER_LENGTH } from "../../../aws/limits";
import { parsePattern } from "../../../patterns/parse";
import { streamType } from "../../../streams";
import type { Fault } from "../../../text/issue";
import { nearest } from "../../../text/nearest";
import type { Path } from "../../../text/value";
import { joined } from "../../../text/words";
import type { Stream } from "../../model";

/** Returns the faults of the patterns by which a stream leaves out some of what it is sent. */
export function filterFaults(stream: string, keys: Stream): Fault[] {
  const { filters } = streamType(keys.type);
  return (filters?.of(keys) ?? []).flatMap((pattern, index) =>
    ofFilter(pattern, filters?.fields ?? [], ["streams", stream, "filters", index]),
  );
}

function ofFilter(written: object, fields: readonly string[], path: Path): Fault[] {
  if (Object.keys(written).length === 0) {
    return [
      { id: "pattern-empty", path, message: "is empty, which EventBridge refuses; leave it out to take every record" },
    ];
  }
  const { length } = JSON.stringify(written);
  if (length > PIPE_FILTER_LENGTH) {
    const message = `has ${length} characters; EventBridge allows ${PIPE_FILTER_LENGTH}: write a shorter one, or several filters`;
    return [{ id: "pattern-too-long", path, message }];
  }
  const { pattern, faults } = parsePattern(written);
  const names = new Map(pattern?.alternatives.flat().map((field) => [field.name.split(".")[0] ?? "", field.path]));
  const unknown = [...names].filter(([name]) => !fields.includes(name));
  return [
    ...faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] })),
    ...unknown.map(([name, at]) => unknownField(name, fields, [...path, ...at.slice(0, at.indexOf(name) + 1)])),
  ];
}

function unknownField(name: string, fields: readonly string[], path: Path): Fault {
  const near = nearest(name, fields);
  const advice = near === undefined ? `write one of ${joined(fields, "or")}` : `did you mean ${near}?`;
  return { id: "filter-unknown-field", path, atKey: true, message: `no record has a field ${name}; ${advice}` };
}
