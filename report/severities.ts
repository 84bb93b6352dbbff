/** The severities of findings, sorted from the worst. */
export const severities = ["high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];
