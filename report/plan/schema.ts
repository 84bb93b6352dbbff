import * as z from "zod";

const map = z.record(z.string(), z.unknown());

const resourceSchema = z.looseObject({
  address: z.string(),
  mode: z.string().default("managed"),
  type: z.string(),
  name: z.string(),
  values: map.default({}),
  sensitive_values: z.unknown().optional(),
});

const moduleSchema = z.looseObject({
  resources: z.array(resourceSchema).default([]),
  get child_modules() {
    return z.array(moduleSchema).default([]);
  },
});

const outputSchema = z.looseObject({ sensitive: z.boolean().default(false), value: z.unknown().optional() });
const outputs = z.record(z.string(), outputSchema).optional();

const changeSchema = z.looseObject({
  address: z.string(),
  previous_address: z.string().optional(),
  mode: z.string().default("managed"),
  type: z.string(),
  name: z.string(),
  action_reason: z.string().optional(),
  change: z.looseObject({
    actions: z.array(z.string()),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
    after_unknown: z.unknown().optional(),
    before_sensitive: z.unknown().optional(),
    after_sensitive: z.unknown().optional(),
    replace_paths: z.array(z.array(z.union([z.string(), z.number()]))).default([]),
  }),
});

const configurationModule = z.looseObject({
  resources: z.array(z.looseObject({ address: z.string(), expressions: map.default({}) })).default([]),
  variables: z
    .record(z.string(), z.looseObject({ sensitive: z.boolean().default(false), default: z.unknown().optional() }))
    .default({}),
  get module_calls() {
    return z
      .record(z.string(), z.looseObject({ module: configurationModule.optional(), expressions: map.default({}) }))
      .default({});
  },
});

/** The plan as `terraform show -json` writes it, as far as a report reads it (Terraform, "JSON output format", format 1). */
export const planSchema = z.looseObject({
  format_version: z.string().regex(/^1\./, { error: 'must be 1 and not "another" format' }),
  variables: z.record(z.string(), z.looseObject({ value: z.unknown() })).default({}),
  planned_values: z.looseObject({ root_module: moduleSchema.optional(), outputs }),
  prior_state: z
    .looseObject({ values: z.looseObject({ root_module: moduleSchema.nullish(), outputs }).nullish() })
    .nullish(),
  resource_changes: z.array(changeSchema).default([]),
  resource_drift: z.array(changeSchema).default([]),
  output_changes: map.default({}),
  configuration: z.looseObject({ root_module: configurationModule.optional() }).default({}),
});

export type WrittenPlan = z.output<typeof planSchema>;
export type WrittenOutput = z.output<typeof outputSchema>;
export type WrittenChange = WrittenPlan["resource_changes"][number];
export type WrittenModule = z.output<typeof moduleSchema>;
export type ConfigurationModule = z.output<typeof configurationModule>;
