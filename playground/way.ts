import type { Environment } from "../config/model";
import type { Way } from "../report/formats/html/picture";
import { destinationParts } from "../report/model/destinations";
import { type Flow, type FlowNode, flowOf } from "../report/model/flow";
import { ruleParts } from "../report/model/rules";
import { streamType } from "../streams";
import type { Trace } from "../trace/trace";

/** Returns the picture of an environment, as its report has it. */
export function flowIn(environment: Environment): Flow {
  const rules = ruleParts(environment);
  const streams = Object.entries(environment.streams).map(([name, keys]) => ({
    name,
    enabled: keys.enabled,
    topics: streamType(keys.type).topics(keys) ?? null,
  }));
  return flowOf({ streams, rules, destinations: destinationParts(environment, rules) });
}

/** Returns the way that events take through the picture. */
export function wayOf(flow: Flow, traces: readonly Trace[]): Way {
  const boxes = new Set<string>();
  const lines = new Map<string, "lit" | "lost">();
  const [streams, rules, destinations] = [flow.streams, flow.rules, flow.destinations].map(byName);
  for (const { stream, rules: traced } of traces.flatMap((trace) => trace.streams)) {
    const from = streams?.get(stream) ?? "";
    boxes.add(from);
    for (const each of traced) {
      if (!each.matches) continue;
      const through = rules?.get(each.rule) ?? "";
      boxes.add(through);
      lines.set(`${from} ${through}`, "lit");
      for (const { destination, delivered } of each.deliveries) {
        const to = destinations?.get(destination) ?? "";
        if (delivered) boxes.add(to);
        lines.set(`${through} ${to}`, delivered ? "lit" : "lost");
      }
    }
  }
  return { boxes, lines };
}

function byName(nodes: readonly FlowNode[]): ReadonlyMap<string, string> {
  return new Map(nodes.flatMap(({ id, names }) => names.map((name) => [name, id])));
}
