import { findingTypes } from "./findings";
import type { Control } from "./findings/finding";
import type { Findings } from "./findings/look";
import type { ControlPart, FindingPart } from "./schema";

/** Controls that nobody can meet on a partner's event bus (EventBridge API, PutPermission and CreateEndpoint, read 2026-11). */
export const impossibleControls: readonly (Control & { readonly note: string })[] = [
  {
    standard: "AWS Foundational Security Best Practices",
    id: "EventBridge.3",
    note: "AWS refuses a resource policy on the bus of a partner event source: only the partner puts events there, so that there is nobody to keep out. Document it as an exception.",
  },
  {
    standard: "AWS Foundational Security Best Practices",
    id: "EventBridge.4",
    note: "Replication belongs to global endpoints, which take custom buses only; a partner's events come to one region. A second stream into another region is the way to have both.",
  },
];

/** Every control that a finding answers, with how it stands; those that cannot be met come last. */
export function controlParts({ open, waived }: Findings): ControlPart[] {
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
  const impossible = impossibleControls.map(
    (control): ControlPart => ({ ...control, status: "cannot be met", findings: [] }),
  );
  return [...answered, ...impossible];
}
