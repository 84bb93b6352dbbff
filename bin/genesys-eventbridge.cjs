#!/usr/bin/env node
process.argv.splice(2, 0, "commands/cli.ts");
require("./run.cjs");
