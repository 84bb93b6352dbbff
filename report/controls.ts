import type { Control, ImpossibleControl } from "../aws/control";
import type { Environment } from "../config/model";
import { streamType, streamTypes } from "../streams";
import type { StreamType } from "../streams/stream-type";
import { findingTypes } from "./findings";
import type { Findings } from "./findings/look";
import type { ControlPart, FindingPart } from "./schema";

const types: readonly StreamType[] = streamTypes;

/** Returns the controls that streams of some types can never meet, each once. */
export function impossibleControls(of: readonly StreamType[] = types): readonly ImpossibleControl[] {
  return [...new Set(of.flatMap((type) => type.impossibleControls))];
}

/** Returns every control that a finding answers, with how it stands; those that the streams cannot meet come last. */
export function controlParts({ open, waived }: Findings, streams: Environment["streams"]): ControlPart[] {
  const byControl = new Map<string, { control: Control; ids: Set<FindingPart["id"]> }>();
  for (const { id, controls } of findingTypes) {
    for (const control of controls) {
      const key = `${control.standard} ${control.id}`;
      const known = byControl.get(key) ?? { control, ids: new Set() };
      known.ids.add(id);
      byControl.set(key, known);
    }
  }
  const has = (findings: readonly FindingPart[], ids: ReadonlySet<FindingPart["id"]>) =>
    findings.some(({ id }) => ids.has(id));
  const status = (ids: ReadonlySet<FindingPart["id"]>) =>
    has(open, ids) ? "open" : has(waived, ids) ? "waived" : "no finding";
  const answered = [...byControl]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([, { control, ids }]): ControlPart => ({ ...control, status: status(ids), findings: [...ids], note: null }));
  const used = new Set(Object.values(streams).map(({ type }) => streamType(type)));
  const impossible = impossibleControls([...used]).map(
    (control): ControlPart => ({ ...control, status: "cannot be met", findings: [] }),
  );
  return [...answered, ...impossible];
}
