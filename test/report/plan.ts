/** What a test says of a resource of a plan; what is left out is empty. */
export interface Planned {
  readonly address: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly unknown?: Readonly<Record<string, unknown>>;
  readonly sensitive?: unknown;
  /** By attribute, what its expression refers to. */
  readonly references?: Readonly<Record<string, readonly string[]>>;
  /** What it was before; without, it is created. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly actions?: readonly string[];
  readonly replacedBy?: readonly string[];
}

/** A plan as `terraform show -json` writes it. */
export function planText(resources: readonly Planned[], more: Readonly<Record<string, unknown>> = {}): string {
  const named = resources.map((resource) => {
    const [type = "", name = ""] = resource.address.split(".");
    return { mode: "managed", type, name, ...resource };
  });
  const kept = named.filter(({ actions }) => actions?.join() !== "delete");
  return JSON.stringify({
    format_version: "1.2",
    planned_values: {
      root_module: {
        resources: kept.map(({ address, mode, type, name, values = {}, sensitive = {} }) => ({
          ...{ address, mode, type, name, values },
          sensitive_values: sensitive,
        })),
      },
    },
    resource_changes: named.map(
      ({ address, mode, type, name, values = {}, unknown = {}, sensitive = {}, before, actions, replacedBy }) => ({
        ...{ address, mode, type, name },
        change: {
          actions: actions ?? (before === undefined ? ["create"] : ["update"]),
          before: before ?? null,
          after: actions?.join() === "delete" ? null : values,
          after_unknown: unknown,
          before_sensitive: before === undefined ? false : sensitive,
          after_sensitive: sensitive,
          ...(replacedBy && { replace_paths: replacedBy.map((attribute) => [attribute]) }),
        },
      }),
    ),
    configuration: {
      root_module: {
        resources: named.map(({ address, references = {} }) => ({
          address,
          expressions: Object.fromEntries(Object.entries(references).map(([key, to]) => [key, { references: to }])),
        })),
      },
    },
    ...more,
  });
}
