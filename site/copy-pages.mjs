import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";

rmSync("pages", { recursive: true, force: true });
cpSync("../docs", "pages", { recursive: true });
writeFileSync("pages/index.md", readFileSync("../README.md", "utf8").replaceAll("](docs/", "]("));
// What lies in public/ is served as it is: with the page's own policy, and no script of the site.
const program = "../bin/genesys-eventbridge.cjs";
execFileSync(process.execPath, [program, "playground", "--out", "pages/public/playground.html"], { stdio: "inherit" });
