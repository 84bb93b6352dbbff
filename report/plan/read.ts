import type * as z from "zod";
import { FILE_BYTES } from "../../aws/limits";
import { FilesProblem } from "../../config/files";
import { readWhole } from "../../files/read-file";
import { pathText, printable } from "../../text/issue";
import { DEEPEST, isDeeplyNested } from "../../text/nesting";
import { withoutSensitive } from "./mask";
import { planSchema, type WrittenPlan } from "./schema";

const HOW = "write one by terraform plan -out plan.bin and terraform show -json plan.bin > plan.json";

/** @throws FilesProblem where the file cannot be read */
export function readBytes(path: string, shown: string): Uint8Array {
  return readWhole(path, shown, FILE_BYTES.plan);
}

/**
 * A plan without its sensitive values.
 *
 * @throws FilesProblem where it is none
 */
export function parsePlan(bytes: Uint8Array, shown: string): WrittenPlan {
  return withoutSensitive(readPlan(bytes, shown));
}

/**
 * A plan with all that is in it, which must not be shown.
 *
 * @throws FilesProblem where it is none, in one line that holds nothing of what is in it
 */
export function readPlan(bytes: Uint8Array, shown: string): WrittenPlan {
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, "");
  if (isDeeplyNested(text)) {
    throw new FilesProblem(
      `${printable(shown)} is nested deeper than ${DEEPEST} levels, which Terraform writes of no plan; ${HOW}`,
    );
  }
  const value = json(text);
  if (value === undefined) throw new FilesProblem(`${printable(shown)} is no JSON; ${HOW}`);
  const result = planSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = printable(pathText((issue?.path ?? []).map((part) => (typeof part === "number" ? part : String(part)))));
  throw new FilesProblem(`${printable(shown)} is no plan of Terraform: ${path || "it"} ${wrong(issue)}; ${HOW}`);
}

function wrong(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "invalid_type") return `should be of type ${issue.expected}`;
  return "is not as Terraform writes it";
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON at all, which is said by who reads it
  }
}
