import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Terraform {
  readonly "//": { readonly metadata: { version: string } };
  readonly terraform: { readonly required_providers: Readonly<Record<string, { source: string; version: string }>> };
}

/** Returns in what two synthesized stacks differ, besides the version of the core and the AWS provider's; nothing if in nothing. */
export function sameButForVersions(before: string, after: string): string {
  const [a, b] = [withoutVersions(before), withoutVersions(after)];
  if (a === b) return "";
  const folder = mkdtempSync(join(tmpdir(), "compare-"));
  try {
    writeFileSync(join(folder, "before"), a);
    writeFileSync(join(folder, "after"), b);
    execFileSync("diff", ["-u", "before", "after"], { cwd: folder, encoding: "utf8" });
    return "";
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function withoutVersions(text: string): string {
  const stack: Terraform = JSON.parse(text);
  const { aws } = stack.terraform.required_providers;
  stack["//"].metadata.version = "any";
  // Terraform reads the short form as the long one.
  if (aws !== undefined) Object.assign(aws, { source: aws.source.replace(/^(?!.*\/)/, "hashicorp/"), version: "any" });
  return `${JSON.stringify(stack, null, 2)}\n`;
}
