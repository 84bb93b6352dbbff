import type { ComparedPart, Report } from "../../../schema";
import { Html, html } from "../html";
import { badge, code, section, table } from "../parts";

const KINDS: Readonly<Record<ComparedPart["verdict"], string>> = {
  different: "medium",
  expected: "low",
  "only here": "high",
  "only there": "low",
};

export function comparisonSection({ comparison }: Report): Html {
  if (comparison === null) return new Html("");
  const { parts, with: other } = comparison;
  const differing = parts.filter(({ verdict }) => verdict !== "expected");
  const expected = parts.filter(({ verdict }) => verdict === "expected");
  return section(
    "comparison",
    "Comparison",
    html`<p>Compared with ${code(other)}. What is only here, or not the same, was not tested there.</p>`,
    differing.length === 0
      ? html`<p class="good">The same, but for what says which it is.</p>`
      : side("What is not the same", differing),
    expected.length === 0 ? html`` : side("What says which it is, and so differs anyway", expected),
  );
}

function side(caption: string, parts: readonly ComparedPart[]): Html {
  return table(
    caption,
    [
      { head: "What", cell: ({ path }) => code(path) },
      { head: "Verdict", cell: ({ verdict }) => badge(KINDS[verdict], verdict) },
      { head: "Here", cell: ({ here }) => (here === null ? "" : code(here)) },
      { head: "There", cell: ({ there }) => (there === null ? "" : code(there)) },
    ],
    parts,
  );
}
