import type { Adopted, Adoption } from "../../operate/adopt/adopt";
import type { Change } from "../../operate/adopt/differences";
import { asText } from "../../report/own";
import { called } from "../../text/called";
import { pathText } from "../../text/issue";
import { inStyle, type Line } from "../printing";
import { openIn } from "./open";

export interface Result {
  /** The path of the environment's file, as messages show it. */
  readonly environment: string;
  /** The path of the file with the imports. */
  readonly file: string;
  readonly written: boolean;
  readonly adoption: Adoption;
  /** True where the environment's file was made of what exists. */
  readonly first: boolean;
  /** The words for what that file does not say. */
  readonly remarks: readonly string[];
}

/** Returns the answer as other programs read it. */
export function adoptionJson({ environment, file, written, adoption, first, remarks }: Result): object {
  const { imports, created, unchecked, unseen, unmatched } = adoption;
  return {
    file,
    written,
    ...(first && { environment, remarks }),
    imports: imports.map(({ to, id, changes }) => ({ to, id, changes })),
    created,
    names_not_checked: unchecked,
    not_looked_for: unseen,
    unmatched: unmatched.map(({ what, write, why }) => ({
      what,
      why,
      ...(write && { write: { key: pathText(write.path), value: write.value } }),
    })),
    to_settle: openIn(adoption),
  };
}

export function adoptionLines({ environment, file, written, adoption, first, remarks }: Result): Line[] {
  const { imports, created, unchecked, unmatched } = adoption;
  const changed = imports.filter(({ changes }) => changes.length > 0).length;
  const open = openIn(adoption);
  return [
    ...imports.flatMap(importLines),
    ...created.map((address) => `create  ${address}${unchecked.includes(address) ? UNCHECKED : ""}`),
    ...unmatched.flatMap(({ what, write, why }) => (write === undefined ? [`left    ${what}: ${why}`] : [])),
    ...open.map((text) => inStyle("red", `settle  ${text}`)),
    ...remarks.map((remark) => `remark  ${remark}`),
    ...(first ? [`${environment}${written ? " is written" : " would be written"}; read it through`] : []),
    `${file}${written ? "" : " would be written"}: ${imports.length} to import, ${changed} of them changed in place, ${created.length} to create`,
    open.length > 0
      ? `settle what is said above, then run ${called("adopt", environment)} again`
      : "the first plan must say 0 to destroy; what it imports stays under Terraform",
  ];
}

const UNCHECKED = "; whether its name is taken is not looked for";

function importLines({ to, id, changes }: Adopted): string[] {
  return [`import  ${to} = ${id}`, ...changes.map((change) => `          ${changeText(change)}`)];
}

const WIDTH = 60;

function changeText({ attribute, now, wanted, loses }: Change): string {
  const end = loses === undefined ? "" : `; ${loses}`;
  if (Array.isArray(now) || Array.isArray(wanted)) {
    const [before, after] = [now, wanted].map((value) => [value ?? []].flat().map(asText));
    const gone = (before ?? []).filter((item) => !after?.includes(item)).map((item) => `- ${item}`);
    const come = (after ?? []).filter((item) => !before?.includes(item)).map((item) => `+ ${item}`);
    return `${attribute}: ${[...gone, ...come].join(", ") || "in another order"}${end}`;
  }
  return `${attribute}: ${short(now)} becomes ${short(wanted)}${end}`;
}

function short(value: unknown): string {
  if (value === null) return "nothing";
  const text = asText(value);
  return text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text;
}
