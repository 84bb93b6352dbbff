import { printable } from "../../../text/issue";
import type { Flow, FlowNode } from "../../model/flow";

/** The flow as Mermaid draws it, on GitHub and elsewhere. */
export function mermaid({ streams, rules, destinations, edges }: Flow): string {
  const box = ({ id, label, about }: FlowNode, [open, close]: readonly [string, string]) =>
    `  ${id}${open}"${escaped(label)}<br/>${escaped(about)}"${close}`;
  const outside = destinations.filter((node) => node.outside).map(({ id }) => id);
  const off = [...streams, ...rules].filter((node) => node.off).map(({ id }) => id);
  return [
    "flowchart LR",
    ...streams.map((node) => box(node, ["([", "])"])),
    ...rules.map((node) => box(node, ["[", "]"])),
    ...destinations.map((node) => box(node, node.outside ? ["[[", "]]"] : ["[(", ")]"])),
    ...edges.map(([from, to]) => `  ${from} --> ${to}`),
    ...(outside.length > 0 ? ["  classDef outside stroke-width:4px", `  class ${outside.join(",")} outside`] : []),
    ...(off.length > 0 ? ["  classDef off stroke-dasharray:4", `  class ${off.join(",")} off`] : []),
  ].join("\n");
}

/** Mermaid's own escapes. */
function escaped(text: string): string {
  return printable(text).replace(/[^\p{L}\p{N} .,:/_-]/gu, (char) => `#${char.codePointAt(0)};`);
}
