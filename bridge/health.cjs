// The health check of the container: fails where the program has shown no sign of life for 90 seconds, three times what a heartbeat takes.
const { statSync } = require("node:fs");

const file = process.env.BRIDGE_HEALTH_FILE ?? "/dev/shm/genesys-eventbridge-bridge";
const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0 };
process.exitCode = Date.now() - mtimeMs < 90_000 ? 0 : 1;
