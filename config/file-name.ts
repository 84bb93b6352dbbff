/** The end of an environment file's name. */
export const ENDING = /\.tfvars(\.json)?$/;

/** Returns the fault of a file whose name is none of an environment's. */
export function noEnvironmentFile(shown: string): string {
  return `${shown} is no environment file; their names end in .tfvars or .tfvars.json`;
}
