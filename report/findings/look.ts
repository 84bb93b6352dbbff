import type { Waiver } from "../../config/schema/waiver";
import type { FindingPart, WaivedPart } from "../schema";
import { severities } from "../severities";
import { findingTypes } from ".";
import type { Evidence, Found } from "./finding";
import { filePaths } from "./places";

export interface Findings {
  /** The worst first. */
  readonly open: FindingPart[];
  readonly waived: WaivedPart[];
}

/** Looks for everything that is registered, and sets aside what is waived. */
export function findingsIn(evidence: Evidence): Findings {
  const { environment, today } = evidence;
  const pathsOf = filePaths(environment);
  const open: FindingPart[] = [];
  const waived: WaivedPart[] = [];
  for (const { id, severity, why, remediation, controls, find } of findingTypes) {
    const waiver = environment.waivers[id];
    for (const found of find(evidence)) {
      const paths = found.path === undefined ? pathsOf(found.address ?? "") : [found.path];
      const { address = null, what } = found;
      const finding = {
        id,
        severity: found.severity ?? severity,
        address,
        path: paths[0] ?? null,
        what,
        why,
        remediation,
        controls: [...controls],
      };
      if (waiver !== undefined && waiver.expires >= today && isFor(waiver, found, paths))
        waived.push({ ...finding, waiver });
      else open.push(finding);
    }
  }
  const rank = (finding: FindingPart) => severities.indexOf(finding.severity);
  return { open: open.sort((a, b) => rank(a) - rank(b)), waived };
}

function isFor({ path }: Waiver, { address }: Found, paths: readonly string[]): boolean {
  if (path === undefined) return true;
  return [address, ...paths].some((place) => place === path || place?.startsWith(`${path}.`));
}
