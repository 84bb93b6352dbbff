export const PROGRAM = "genesys-eventbridge";

/** True in the package that people install: esbuild writes it in where the package is made. */
const PACKED = process.env.GENESYS_EVENTBRIDGE_PACKED === "true";

/**
 * Returns a call of a command as people write it: by npx where the package is installed, else through npm, since npx would look for
 * the program's name in the registry, where it is nobody's.
 */
export function called(name: string, ...args: readonly string[]): string {
  const [script, ...words] = name.split(" ");
  const all = [...words, ...args].filter((word) => word !== "");
  if (PACKED) return ["npx", PROGRAM, script, ...all].join(" ");
  return [`npm run ${script}`, ...(all.length > 0 ? ["--", ...all] : [])].join(" ");
}

/** Returns the same call with nothing but the command's own output. */
export function calledForOutput(name: string, ...args: readonly string[]): string {
  return called(name, ...args).replace(/^npm run /, "npm run -s ");
}
