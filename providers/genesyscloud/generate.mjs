// Makes lib/ from schema.json: `npm run generate -w @cdktf/provider-genesyscloud`. The README beside this file says when.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import generator from "@cdktf/provider-generator";

const SOURCE = "mypurecloud/genesyscloud";
const here = dirname(fileURLToPath(import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const read = (file) => JSON.parse(readFileSync(join(here, file), "utf8"));

/** Writes the compiled bindings of schema.json to the folder `target`, whose earlier content goes. */
async function generate(target) {
  const schema = {
    format_version: "1.0",
    provider_schemas: { [`registry.terraform.io/${SOURCE}`]: read("schema.json") },
  };
  // Inside the package, so that the compiler finds cdktf and constructs.
  const sources = mkdtempSync(join(here, ".sources-"));
  try {
    const code = new generator.CodeMaker();
    const provider = new generator.TerraformProviderConstraint(`${SOURCE}@${read("package.json").version}`);
    new generator.TerraformProviderGenerator(code, schema).generate(provider);
    await code.save(sources);
    const root = join(sources, "providers", "genesyscloud");
    const entries = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    rmSync(target, { recursive: true, force: true });
    execFileSync(
      process.execPath,
      [
        tsc,
        ...["--target", "es2022", "--module", "commonjs", "--skipLibCheck", "--declaration", "--removeComments"],
        ...["--types", "node", "--rootDir", root, "--outDir", target],
        ...entries.map((entry) => join(root, entry.name, "index.ts")),
      ],
      { stdio: "inherit" },
    );
  } finally {
    rmSync(sources, { recursive: true, force: true });
  }
}

await generate(resolve(process.argv[2] ?? join(here, "lib")));
