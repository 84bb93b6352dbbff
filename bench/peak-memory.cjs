// Loaded before a program (node --require): says in its last line on stderr how much memory it had at most, in kilobytes.
const { readFileSync, writeSync } = require("node:fs");

/** On Linux, maxRSS begins with what the parent had; the kernel's high-water mark is the program's own. */
function peak() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}

process.on("exit", () => writeSync(2, `${peak()}\n`));
