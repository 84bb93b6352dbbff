import { start } from "./commands/start";

start(["synth", ...process.argv.slice(2)]);
