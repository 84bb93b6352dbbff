import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";

rmSync("pages", { recursive: true, force: true });
cpSync("../docs", "pages", { recursive: true });
writeFileSync("pages/index.md", readFileSync("../README.md", "utf8").replaceAll("](docs/", "]("));
