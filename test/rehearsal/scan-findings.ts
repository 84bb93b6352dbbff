import * as z from "zod";

const finding = z.object({ check_id: z.string(), check_name: z.string(), resource: z.string() });
const report = z.object({
  results: z.object({ failed_checks: z.array(finding) }),
  summary: z.object({ passed: z.number(), parsing_errors: z.number() }),
});

type Finding = z.infer<typeof finding>;

/** Returns `<check> <resource type>` of each line of the table, and behind it how the names end that it is about, where it says so. */
export function explainedIn(page: string): string[] {
  const line = /^\| `(CKV\w+)` \| `(\w+)`(?: `…([\w-]+)`)? \| .+ \|$/gm;
  return [...page.matchAll(line)].map((cells) => cells.slice(1).filter(Boolean).join(" "));
}

/** Returns the number of findings, and those that are not explained, or explained and not found. */
export function compareFindings(scanned: string, explained: readonly string[]): { found: number; faults: string[] } {
  const { results, summary } = report.parse(JSON.parse(scanned));
  const found = results.failed_checks;
  const nothing = summary.passed === 0 || summary.parsing_errors > 0;
  const unexplained = found.filter((each) => !explained.some((key) => isAbout(key, each)));
  return {
    found: found.length,
    faults: [
      ...(nothing ? ["checkov could not read the plan"] : []),
      ...unexplained.map(
        ({ check_id, check_name, resource }) => `not explained: ${check_id} ${resource}: ${check_name}`,
      ),
      ...explained
        .filter((key) => !found.some((each) => isAbout(key, each)))
        .map((key) => `explained, and not found: ${key}`),
    ],
  };
}

function isAbout(key: string, { check_id, resource }: Finding): boolean {
  const [check, type, ending = ""] = key.split(" ");
  return check === check_id && type === (resource.split(".").at(-2) ?? resource) && resource.endsWith(ending);
}
