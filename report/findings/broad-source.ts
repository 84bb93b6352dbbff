import { streamTypes } from "../../streams";
import type { StreamType } from "../../streams/stream-type";
import { isMap } from "../../text/value";
import { type FindingType, nist } from "./finding";

const types: readonly StreamType[] = streamTypes;
const forms = types.map(({ sources: { called, form } }) => `${called}: "source": ["${form}"]`);

export const broadSource: FindingType = {
  id: "broad-source",
  severity: "high",
  why: "Events of another organization or integration get in as soon as its source reaches this bus, and nobody sees it.",
  remediation: `Write the exact name of ${forms.join(", or of ")}.`,
  controls: nist("AC-4", "SI-10"),
  find: ({ rules }) =>
    rules.flatMap(({ rule, pattern, type }) => {
      if (pattern === undefined || type === undefined) return [];
      const source = isMap(pattern) ? pattern.source : undefined;
      if (Array.isArray(source) && source.every((one) => typeof one === "string")) return [];
      const is = source === undefined ? "asks for no source" : `takes any source that passes ${JSON.stringify(source)}`;
      return [{ address: rule.address, what: `the rule ${is}` }];
    }),
};
