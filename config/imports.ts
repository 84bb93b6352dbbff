import * as z from "zod";
import { called } from "../text/called";
import type { Issue } from "../text/issue";
import { suggestion } from "../text/nearest";
import { inventoryView } from "./inventory";
import { addressesOf, addressOf } from "./inventory/item";
import { type EnvironmentFile, load } from "./load";
import type { Draft, Import } from "./model";
import { parseWith } from "./schema-faults";

const schema = z.object({
  aws_account_id: z.string(),
  aws_region: z.string(),
  imports: z.array(z.object({ to: z.string(), id: z.string().min(1) })),
});

/** What is to be imported into the stack of an environment, as `adopt` keeps it beside the file. */
export type Imports = z.output<typeof schema>;

/** Returns what is to be imported, and what is wrong with the file that says so. */
export function importsFor(
  file: EnvironmentFile,
  draft: Draft,
): { readonly imports: readonly Import[]; readonly issues: readonly Issue[] } {
  if (file.imports === undefined) return { imports: [], issues: [] };
  const { value, issues, issue: place } = load({ ...file.imports, name: file.name });
  const again = `${called("adopt", file.path)} writes it anew`;
  if (value === undefined)
    return { imports: [], issues: issues.map((issue) => ({ ...issue, message: `${issue.message}; ${again}` })) };
  const { data, faults } = parseWith(schema, value);
  if (data === undefined) {
    const broken = faults.slice(0, 1).flatMap(({ path, message }) => {
      return place({ id: "imports-file-invalid", path, message: `${message}; ${again}` });
    });
    return { imports: [], issues: broken };
  }
  const foreign = (["aws_account_id", "aws_region"] as const).flatMap((key) => {
    if (draft.place === undefined || data[key] === draft.place[key]) return [];
    const message = `says what is in ${data[key]}, but ${file.path} is for ${draft.place[key]}; ${again}`;
    return place({ id: "imports-file-foreign", path: [key], message });
  });
  if (foreign.length > 0) return { imports: [], issues: foreign };
  return placed(data, draft, place);
}

/** Leads each import to the address that its resource has now. */
function placed(
  { imports }: Imports,
  draft: Draft,
  place: ReturnType<typeof load>["issue"],
): ReturnType<typeof importsFor> {
  const now = new Map(inventoryView(draft).flatMap((item) => addressesOf(item).map((old) => [old, addressOf(item)])));
  const found = new Map<string, Import>();
  const issues = imports.flatMap(({ to, id }, index) => {
    const address = now.get(to);
    if (address !== undefined && !found.has(address)) {
      found.set(address, { to: address, id });
      return [];
    }
    const message =
      address === undefined
        ? `the stack has no ${to}, so that nothing is imported there${suggestion(to, [...now.keys()]) || "; take it out"}`
        : `${address} is imported twice, and only the first counts; take one of them out`;
    return place({ id: "import-without-effect", severity: "warning", path: ["imports", index, "to"], message });
  });
  return { imports: [...found.values()].sort((a, b) => (a.to < b.to ? -1 : 1)), issues };
}
