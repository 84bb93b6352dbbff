/** A variable in a template, by its name. */
export const PLACEHOLDER = /<([A-Za-z0-9_.-]+)>/;
