import * as z from "zod";

const finding = z.object({ check_id: z.string(), check_name: z.string(), resource: z.string() });
const report = z.object({
  results: z.object({ failed_checks: z.array(finding) }),
  summary: z.object({ passed: z.number(), parsing_errors: z.number() }),
});

/** Returns `<check> <resource type>` of each line of the table. */
export function explainedIn(page: string): string[] {
  return [...page.matchAll(/^\| `(CKV\w+)` \| `(\w+)` \| .+ \|$/gm)].map(([, check, type]) => `${check} ${type}`);
}

/** Returns the number of findings, and those that are not explained, or explained and not found. */
export function compareFindings(scanned: string, explained: readonly string[]): { found: number; faults: string[] } {
  const { results, summary } = report.parse(JSON.parse(scanned));
  const keys = new Set(results.failed_checks.map(({ check_id, resource }) => `${check_id} ${typeOf(resource)}`));
  const unexplained = results.failed_checks.filter(
    ({ check_id, resource }) => !explained.includes(`${check_id} ${typeOf(resource)}`),
  );
  const nothing = summary.passed === 0 || summary.parsing_errors > 0;
  return {
    found: results.failed_checks.length,
    faults: [
      ...(nothing ? ["checkov could not read the plan"] : []),
      ...unexplained.map(
        ({ check_id, check_name, resource }) => `not explained: ${check_id} ${resource}: ${check_name}`,
      ),
      ...explained.filter((key) => !keys.has(key)).map((key) => `explained, and not found: ${key}`),
    ],
  };
}

function typeOf(address: string): string {
  return address.split(".").at(-2) ?? address;
}
