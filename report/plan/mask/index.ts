import { isMap } from "../../../text/value";
import { own } from "../../own";
import type { ConfigurationModule, WrittenModule, WrittenOutput, WrittenPlan } from "../schema";
import { eachMarked, masked } from "./masked";
import { SENSITIVE, Secrets } from "./secrets";

export { SENSITIVE };

/** The same, where it is not what it was before. */
export const OTHER_SENSITIVE = "(another sensitive value)";

/**
 * The same plan without any value that is marked as sensitive, wherever else it occurs, be it within a policy's text.
 *
 * @param others plans that are shown beside it: what one of them marks, another may hold in clear
 */
export function withoutSensitive(plan: WrittenPlan, others: readonly WrittenPlan[] = []): WrittenPlan {
  const secrets = new Secrets();
  for (const one of [plan, ...others]) collect(one, secrets);
  const { planned_values, prior_state } = plan;
  return {
    ...plan,
    variables: Object.fromEntries(
      Object.entries(plan.variables).map(([name, variable]) => {
        const marked = own(declared(plan), name)?.sensitive === true;
        return [name, { ...variable, value: masked(variable.value, marked, secrets) }];
      }),
    ),
    planned_values: { ...planned_values, ...maskedValues(planned_values, secrets) },
    prior_state: prior_state && {
      ...prior_state,
      values: prior_state.values && maskedValues(prior_state.values, secrets),
    },
    resource_changes: plan.resource_changes.map((change) => maskedChange(change, secrets)),
    resource_drift: plan.resource_drift.map((change) => maskedChange(change, secrets)),
  };
}

function declared({ configuration }: WrittenPlan): ConfigurationModule["variables"] {
  return configuration.root_module?.variables ?? {};
}

/** Remembers whatever any part of a plan marks. */
function collect(plan: WrittenPlan, secrets: Secrets): void {
  const marked = (value: unknown, marks: unknown) => eachMarked(value, marks, (secret) => secrets.remember(secret));
  for (const [name, { value }] of Object.entries(plan.variables)) {
    marked(value, own(declared(plan), name)?.sensitive === true);
  }
  for (const { change } of [...plan.resource_changes, ...plan.resource_drift]) {
    marked(change.before, change.before_sensitive);
    marked(change.after, change.after_sensitive);
  }
  for (const change of Object.values(plan.output_changes)) {
    if (!isMap(change)) continue;
    marked(change.before, change.before_sensitive);
    marked(change.after, change.after_sensitive);
  }
  for (const values of [plan.planned_values, plan.prior_state?.values]) {
    for (const { value, sensitive } of Object.values(values?.outputs ?? {})) marked(value, sensitive);
    for (const { values: own, sensitive_values } of resourcesIn(values?.root_module)) marked(own, sensitive_values);
  }
  collectWritten(plan.configuration.root_module, secrets);
}

/** Returns what is written for a variable of a module that the module calls sensitive. */
function collectWritten(module: ConfigurationModule | undefined, secrets: Secrets): void {
  for (const { module: called, expressions } of Object.values(module?.module_calls ?? {})) {
    for (const [name, { sensitive }] of Object.entries(called?.variables ?? {})) {
      const expression = own(expressions, name);
      if (sensitive && isMap(expression)) secrets.remember(expression.constant_value);
    }
    collectWritten(called, secrets);
  }
  for (const { sensitive, default: written } of Object.values(module?.variables ?? {})) {
    if (sensitive) secrets.remember(written);
  }
}

function resourcesIn(module: WrittenModule | null | undefined): WrittenModule["resources"] {
  return module ? [...module.resources, ...module.child_modules.flatMap(resourcesIn)] : [];
}

interface WrittenValues {
  readonly root_module?: WrittenModule | null | undefined;
  readonly outputs?: Readonly<Record<string, WrittenOutput>> | undefined;
}

function maskedValues<Values extends WrittenValues>(values: Values, secrets: Secrets): Values {
  const { root_module, outputs } = values;
  return {
    ...values,
    ...(root_module && { root_module: maskedModule(root_module, secrets) }),
    ...(outputs && {
      outputs: Object.fromEntries(
        Object.entries(outputs).map(([name, output]) => [
          name,
          { ...output, value: masked(output.value, output.sensitive, secrets) },
        ]),
      ),
    }),
  };
}

function maskedModule(module: WrittenModule, secrets: Secrets): WrittenModule {
  return {
    ...module,
    resources: module.resources.map((resource) => {
      const values = masked(resource.values, resource.sensitive_values, secrets);
      return { ...resource, ...maskedNames(resource, secrets), values: isMap(values) ? values : {} };
    }),
    child_modules: module.child_modules.map((child) => maskedModule(child, secrets)),
  };
}

type WrittenChange = WrittenPlan["resource_changes"][number];

function maskedChange({ change, ...resource }: WrittenChange, secrets: Secrets): WrittenChange {
  return {
    ...resource,
    ...maskedNames(resource, secrets),
    change: {
      ...change,
      before: masked(change.before, change.before_sensitive, secrets),
      after: renewed(masked(change.after, change.after_sensitive, secrets), change.before, change.after),
    },
  };
}

/** Keys of for_each may be copies of a secret; the rest of an address is the configuration's. */
function maskedNames<Named extends { address: string; previous_address?: string | undefined }>(
  { address, previous_address }: Named,
  secrets: Secrets,
): { address: string; previous_address?: string } {
  const of = (written: string) =>
    written.replace(/\["(?:[^"\\]|\\.)*"\]/g, (key) => `["${secrets.text(key.slice(2, -2))}"]`);
  return { address: of(address), ...(previous_address !== undefined && { previous_address: of(previous_address) }) };
}

/** Returns the masked value with a mark where it changes: that must be seen, though neither value is. */
function renewed(hidden: unknown, before: unknown, after: unknown): unknown {
  if (hidden === SENSITIVE) {
    const same = before === undefined || before === null || JSON.stringify(before) === JSON.stringify(after);
    return same ? hidden : OTHER_SENSITIVE;
  }
  if (Array.isArray(hidden) && Array.isArray(before) && Array.isArray(after)) {
    return hidden.map((item, index) => renewed(item, before[index], after[index]));
  }
  if (!isMap(hidden) || !isMap(before) || !isMap(after)) return hidden;
  return Object.fromEntries(
    Object.entries(hidden).map(([key, inner]) => [key, renewed(inner, own(before, key), own(after, key))]),
  );
}
