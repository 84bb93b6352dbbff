import { scalarText } from "../../config/scalar-text";
import { isMap } from "../../text/value";
import type { Resource } from "../resources/resource";
import { referencesOf } from "./resources";
import type { WrittenChange, WrittenPlan } from "./schema";

export type Action = "create" | "update" | "replace" | "destroy" | "forget" | "move" | "drift";

/** The change that a plan makes to one resource, or what was done to it outside of Terraform. */
export interface ResourceChange {
  readonly address: string;
  readonly action: Action;
  readonly before: Resource | undefined;
  readonly after: Resource | undefined;
  /** Attributes that cannot be changed in place. */
  readonly replacedFor: readonly string[];
  readonly movedFrom: string | undefined;
}

/** Every change of a managed resource; what is only read or stays as it is is none. */
export function changesOf(plan: WrittenPlan): ResourceChange[] {
  const references = referencesOf(plan);
  return [
    ...plan.resource_changes.flatMap((written) => changeOf(written, actionOf(written), references)),
    ...plan.resource_drift.flatMap((written) => changeOf(written, "drift", references)),
  ];
}

function changeOf(
  written: WrittenChange,
  action: Action | undefined,
  references: ReturnType<typeof referencesOf>,
): ResourceChange[] {
  if (written.mode !== "managed" || action === undefined) return [];
  const { before, after, after_unknown, replace_paths } = written.change;
  const common = {
    address: written.address,
    type: written.type,
    name: written.name,
    references: references(written.address),
  };
  return [
    {
      address: written.address,
      action,
      before: state(common, before, undefined),
      after: state(common, after, after_unknown),
      replacedFor: [...new Set(replace_paths.map(([attribute]) => scalarText(attribute)))],
      movedFrom: written.previous_address,
    },
  ];
}

function actionOf({ change: { actions }, previous_address }: WrittenChange): Action | undefined {
  if (actions.includes("delete")) return actions.includes("create") ? "replace" : "destroy";
  if (actions.includes("create")) return "create";
  if (actions.includes("update")) return "update";
  if (actions.includes("forget")) return "forget";
  return previous_address === undefined ? undefined : "move";
}

type Common = Pick<Resource, "address" | "type" | "name" | "references">;

function state(common: Common, values: unknown, unknown: unknown): Resource | undefined {
  return isMap(values) ? { ...common, values, unknown: isMap(unknown) ? unknown : {} } : undefined;
}
