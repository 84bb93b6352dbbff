// Runs a TypeScript program of the project: `node bin/run.mjs main.ts [ARGUMENT …]`. docs/decisions/run.md says why so.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { Cache, sha256 } from "./cache.mjs";
import { endWith } from "./unexpected.mjs";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);
process.on("uncaughtException", (error) => endWith(error, { project, entry, args }));
if (!process.versions.node.match(/^(?:20\.(?:1[2-9]|[2-9]\d)|2[1-9]|[3-9]\d)\b/)) {
  process.stderr.write(`this is Node.js ${process.versions.node}, and 20.12 or newer is needed\n`);
  process.exit(1);
}
if (entry === undefined) {
  process.stderr.write("usage: node bin/run.mjs PROGRAM.ts [ARGUMENT …]\n");
  process.exit(2);
}

const cache = new Cache(project, entry);
/** Files that no program imports and that decide what its bundle is. */
const always = ["package-lock.json", "bin/bundle.mjs"];

/** Tells whether a file is still as it was bundled. */
function stamp(file) {
  const { mtimeMs, size } = statSync(join(project, file), { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
}

async function bundle() {
  const { bundleProgram } = await import("./bundle.mjs");
  const begun = Date.now();
  const { code, inputs } = await bundleProgram(project, entry);
  const hash = sha256(code);
  cache.write(`${hash}.cjs`, code);
  cache.forget(hash);
  const stamps = [...always, ...inputs].map((file) => [file, stamp(file)]);
  // What was saved while it was read may be in the bundle as it was before.
  const settled = stamps.every(([, was]) => !(Number.parseFloat(was) >= begun));
  if (settled) cache.write("json", JSON.stringify({ hash, stamps }));
  return { hash, code };
}

/** The bundle of an earlier run, where no file has changed since. */
function keptBundle() {
  const fresh = (made) => JSON.parse(made).stamps.every(([file, was]) => stamp(file) === was);
  const made = cache.read("json", fresh);
  if (made === undefined) return undefined;
  const { hash } = JSON.parse(made);
  const code = cache.read(`${hash}.cjs`, (_, digest) => digest === hash);
  return code && { hash, code: code.latin1Slice() };
}

/** The bundle that the package comes with, which has no packages to make one of. */
function packedBundle() {
  const code = readFileSync(join(project, "dist", "program", `${entry.replace(/\W/g, "_")}.cjs`), "latin1");
  return { hash: sha256(code), code };
}

/** Returns the folder in which somebody works with the package: the next one upwards with a cdktf.json, or else this one. */
function workingFolder(folder = process.cwd()) {
  if (existsSync(join(folder, "cdktf.json"))) return folder;
  return folder === dirname(folder) ? process.cwd() : workingFolder(dirname(folder));
}

const packed = !existsSync(join(project, "bin", "bundle.mjs"));
const program = packed ? packedBundle() : (keptBundle() ?? (await bundle()));

// What V8 made of the code. It compares no more than the length of the code, hence the hash in the name.
const compiled = `${program.hash}.${process.version}.${process.arch}.bin`;
const cachedData = cache.read(compiled);
const filename = cache.path(`${program.hash}.cjs`);
const script = new vm.Script(`(function (require, module, exports) {${program.code}\n})`, { filename, cachedData });
if (cachedData === undefined || script.cachedDataRejected) {
  process.on("exit", () => {
    cache.write(compiled, script.createCachedData());
    if (packed) cache.forget(program.hash);
  });
}
process.argv = [process.argv[0], resolve(project, entry), ...args];
process.env.GENESYS_EVENTBRIDGE_PROJECT = packed ? workingFolder() : project;
const module = { exports: {} };
const place = packed ? join(project, "dist", "program", "program.cjs") : join(project, entry);
script.runInThisContext()(createRequire(place), module, module.exports);
