import { isMap } from "../../text/value";
import { asText } from "../own";
import { withoutKeys } from "../resources/addresses";
import type { Resource } from "../resources/resource";
import type { ConfigurationModule, WrittenModule, WrittenPlan } from "./schema";

/** Every managed resource that there will be once the plan is applied, also in modules. */
export function resourcesOfPlan(plan: WrittenPlan): Resource[] {
  const { planned_values, resource_changes } = plan;
  const unknown = new Map(resource_changes.map(({ address, change }) => [address, change.after_unknown]));
  const references = referencesOf(plan);
  const inModule = (module: WrittenModule): Resource[] => [
    ...module.resources.flatMap(({ address, mode, type, name, values }) => {
      if (mode !== "managed") return [];
      const later = unknown.get(address);
      return [{ address, type, name, values, unknown: isMap(later) ? later : {}, references: references(address) }];
    }),
    ...module.child_modules.flatMap(inModule),
  ];
  return planned_values.root_module === undefined ? [] : inModule(planned_values.root_module);
}

type References = Record<string, string[]>;

/** Returns what the attributes of a resource refer to, by its address. */
export function referencesOf({ configuration }: WrittenPlan): (address: string) => References {
  const found = referencesIn(configuration.root_module, "");
  return (address) => found.get(withoutKeys(address)) ?? {};
}

/** Returns the resources that each attribute refers to, by address; instances share what is written once. */
function referencesIn(module: ConfigurationModule | undefined, prefix: string): Map<string, References> {
  const found = new Map<string, References>();
  for (const { address, expressions } of module?.resources ?? []) {
    const own = Object.entries(expressions).map(([key, expression]) => [
      key,
      [...new Set(addressesIn(expression).map((reference) => `${prefix}${reference}`))],
    ]);
    found.set(`${prefix}${address}`, Object.fromEntries(own));
  }
  for (const [name, { module: called }] of Object.entries(module?.module_calls ?? {})) {
    for (const [address, own] of referencesIn(called, `${prefix}module.${name}.`)) found.set(address, own);
  }
  return found;
}

/** `aws_x.y` of `aws_x.y.arn`; Terraform lists both. */
function addressesIn(expression: unknown): string[] {
  if (Array.isArray(expression)) return expression.flatMap(addressesIn);
  if (!isMap(expression)) return [];
  const { references } = expression;
  if (!Array.isArray(references)) return Object.values(expression).flatMap(addressesIn);
  return references.flatMap((reference) => {
    const [address] = /^(?:data\.)?[\w-]+\.[\w-]+/.exec(withoutKeys(asText(reference))) ?? [];
    return address ?? [];
  });
}
