import { synth } from "./commands/synth";

// npm moves to the project's folder before it runs a script, and keeps in INIT_CWD where the user was.
const { env } = process;
const cwd = (env.npm_lifecycle_event === "synth" && env.INIT_CWD) || process.cwd();

synth(process.argv.slice(2), {
  env,
  cwd,
  project: env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd(),
  stdout: (line) => process.stdout.write(`${line}\n`),
  stderr: (line) => process.stderr.write(`${line}\n`),
}).then((code) => {
  process.exitCode = code;
});
