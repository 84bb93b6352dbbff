import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { FilesProblem } from "../../config/files";
import type { Environment } from "../../config/model";
import type { Other } from "../../report/compare";
import { foreign } from "../../report/plan/belongs";
import { withoutSensitive } from "../../report/plan/mask";
import { readBytes, readPlan } from "../../report/plan/read";
import type { WrittenPlan } from "../../report/plan/schema";
import type { ReportInput } from "../../report/schema";
import { printable } from "../../text/issue";
import type { Input } from "../command";
import { oneEnvironment } from "../environment";
import { type Io, shown } from "../io";
import { isPlan, type options } from "./options";

/** The files that the command line names, read. */
export interface Given {
  readonly environment: Environment;
  readonly plan?: WrittenPlan;
  readonly against?: Other;
  readonly inputs: readonly ReportInput[];
}

type Role = ReportInput["role"];

/**
 * Reads everything before anything is written.
 *
 * @returns undefined where an environment is not right, which has been said
 * @throws FilesProblem where a file cannot be read, or is no plan
 */
export function given({ values, positionals: [file = ""] }: Input<typeof options>, io: Io): Given | undefined {
  const own = environmentOf(file, "environment", io);
  const plan = values.plan === undefined ? undefined : planOf(values.plan, "plan", io);
  const other = values.against === undefined ? undefined : otherOf(values.against, io);
  const plans = [...(plan ? [plan.plan] : []), ...(other && "plan" in other.other ? [other.other.plan] : [])];
  const masked = plan && withoutSensitive(plan.plan, plans);
  const whose = own && masked && foreign(masked, own.environment);
  if (whose !== undefined) {
    throw new FilesProblem(
      printable(
        `${plan?.input.path} ${whose}; plan from the file of ${own?.environment.name}, or report on the other one`,
      ),
    );
  }
  if (own === undefined || (values.against !== undefined && other === undefined)) return undefined;
  return {
    environment: own.environment,
    ...(masked && { plan: masked }),
    ...(other && { against: maskedOther(other.other, plans) }),
    inputs: [own, plan, other].flatMap((read) => read?.input ?? []),
  };
}

/** Masks in the other plan what any of the plans calls sensitive. */
function maskedOther(other: Other, plans: readonly WrittenPlan[]): Other {
  return "plan" in other ? { ...other, plan: withoutSensitive(other.plan, plans) } : other;
}

function otherOf(written: string, io: Io): { other: Other; input: ReportInput } | undefined {
  if (isPlan(written)) {
    const { plan, input } = planOf(written, "against", io);
    return { other: { path: input.path, plan }, input };
  }
  const read = environmentOf(written, "against", io);
  return read && { other: { path: read.input.path, environment: read.environment }, input: read.input };
}

function environmentOf(written: string, role: Role, io: Io) {
  const { environment, file } = oneEnvironment(written, io) ?? {};
  return environment && file && { environment, input: inputOf(role, file.path, file.bytes) };
}

function planOf(written: string, role: Role, io: Io) {
  const path = resolve(io.cwd, written);
  const bytes = readBytes(path, shown(path, io));
  return { plan: readPlan(bytes, shown(path, io)), input: inputOf(role, shown(path, io), bytes) };
}

/** Returns the hash of a file as it was when the report was made from it. */
function inputOf(role: Role, path: string, bytes: Uint8Array): ReportInput {
  return { role, path, sha256: createHash("sha256").update(bytes).digest("hex") };
}
