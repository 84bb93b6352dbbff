import type { Report } from "../../schema";

/** Numbers of how many of each kind are shown, tried one after the other until the text fits. */
export const MOST: readonly number[] = [Number.POSITIVE_INFINITY, 300, 100, 30, 10, 3];

/** The first of everything: changes, findings and limits come gravest first. */
export function shortened(report: Report, most: number): Report {
  const { plan, comparison, findings, waived, rules, destinations, statements, limits } = report;
  const first = <Item>(items: readonly Item[]) => items.slice(0, most);
  return {
    ...report,
    plan: plan && { ...plan, changes: first(plan.changes) },
    comparison: comparison && { ...comparison, parts: first(comparison.parts) },
    findings: first(findings),
    waived: first(waived),
    rules: first(rules),
    destinations: first(destinations),
    statements: first(statements),
    limits: first(limits),
  };
}

/** `280 changes and 290 rules`: what is left out. */
export function leftOut(whole: Report, part: Report): string[] {
  const count = (what: string, of: (report: Report) => readonly unknown[]) => {
    const left = of(whole).length - of(part).length;
    return left === 0 ? [] : [`${left} ${what}`];
  };
  return [
    ...count("changes", ({ plan }) => plan?.changes ?? []),
    ...count("differences", ({ comparison }) => comparison?.parts ?? []),
    ...count("findings", ({ findings }) => findings),
    ...count("waived findings", ({ waived }) => waived),
    ...count("rules", ({ rules }) => rules),
    ...count("destinations", ({ destinations }) => destinations),
    ...count("statements", ({ statements }) => statements),
    ...count("limits", ({ limits }) => limits),
  ];
}
