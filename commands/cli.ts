import { start } from "./start";

start(process.argv.slice(2));
