// Runs a TypeScript program of the project: `node bin/run.mjs main.ts [ARGUMENT …]`. docs/decisions/run.md says why so.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);
const cache = join(project, "node_modules", ".cache", "genesys-eventbridge", entry.replace(/\W/g, "_"));
/** Files that no program imports and that decide what its bundle is. */
const always = ["package-lock.json", "bin/bundle.mjs"];

/** What tells that a file is still as it was bundled. */
function stamp(file) {
  const { mtimeMs, size } = statSync(join(project, file), { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
}

function orNothing(read) {
  try {
    return read();
  } catch (error) {
    if (error.code !== "ENOENT" && !(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** A cache that cannot be written only costs time. */
function keep(file, content) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, content);
    renameSync(`${file}.${process.pid}`, file);
  } catch (error) {
    if (!["EACCES", "EPERM", "EROFS", "ENOSPC"].includes(error.code)) throw error;
  }
}

/** What was made of this program before it changed. */
function forget(hash) {
  for (const file of readdirSync(dirname(cache))) {
    const old = file.startsWith(`${basename(cache)}.`) && /\.(cjs|bin)$/.test(file) && !file.includes(hash);
    if (old) rmSync(join(dirname(cache), file), { force: true });
  }
}

async function bundle() {
  const { bundleProgram } = await import("./bundle.mjs");
  const { code, inputs } = await bundleProgram(project, entry);
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
  keep(`${cache}.${hash}.cjs`, code);
  if (existsSync(dirname(cache))) forget(hash);
  keep(`${cache}.json`, JSON.stringify({ hash, stamps: [...always, ...inputs].map((file) => [file, stamp(file)]) }));
  return { hash, code };
}

const { hash, stamps } = orNothing(() => JSON.parse(readFileSync(`${cache}.json`, "utf8"))) ?? {};
const fresh = stamps?.every(([file, was]) => stamp(file) === was);
const kept = fresh ? orNothing(() => readFileSync(`${cache}.${hash}.cjs`, "latin1")) : undefined;
const program = kept === undefined ? await bundle() : { hash, code: kept };

// What V8 made of the code. It compares no more than the length of the code, hence the hash in the name.
const filename = `${cache}.${program.hash}.cjs`;
const compiled = `${cache}.${program.hash}.${process.version}.${process.arch}.bin`;
const cachedData = orNothing(() => readFileSync(compiled));
const script = new vm.Script(`(function (require, module, exports) {${program.code}\n})`, { filename, cachedData });
if (cachedData === undefined || script.cachedDataRejected) {
  process.on("exit", () => keep(compiled, script.createCachedData()));
}
process.argv = [process.argv[0], resolve(project, entry), ...args];
process.env.GENESYS_EVENTBRIDGE_PROJECT = project;
const module = { exports: {} };
script.runInThisContext()(createRequire(join(project, entry)), module, module.exports);
