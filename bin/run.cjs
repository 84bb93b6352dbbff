// Runs a TypeScript program of the project: `node bin/run.cjs main.ts [ARGUMENT …]`. docs/decisions/run.md says why so, and why as CommonJS.
const { existsSync, readFileSync, statSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");
const vm = require("node:vm");
/** From the class of all modules, as node:module itself would load what nothing here needs. */
const { createRequire } = module.constructor;
const { Cache, sha256 } = require("./cache.cjs");

const project = dirname(__dirname);
const [entry, ...args] = process.argv.slice(2);
process.on("uncaughtException", (error) => require("./unexpected.cjs").endWith(error, { project, entry, args }));
if (!process.versions.node.match(/^(?:20\.(?:1[2-9]|[2-9]\d)|2[1-9]|[3-9]\d)\b/)) {
  process.stderr.write(`this is Node.js ${process.versions.node}, and 20.12 or newer is needed\n`);
  process.exit(1);
}
if (entry === undefined) {
  process.stderr.write("usage: node bin/run.cjs PROGRAM.ts [ARGUMENT …]\n");
  process.exit(2);
}

const cache = new Cache(project, entry);
/** The package comes with a bundle, and has no packages to make one of. */
const packed = !existsSync(join(__dirname, "bundle.mjs"));
/** Files that no program imports and that decide what its bundle is. */
const always = ["package-lock.json", "bin/bundle.mjs", "bin/bindings.mjs"];

/** Tells whether a file is still as it was bundled. */
function stamp(file) {
  const { mtimeMs, size } = statSync(`${project}/${file}`, { throwIfNoEntry: false }) ?? {};
  return `${mtimeMs} ${size}`;
}

async function bundle() {
  const { bundleProgram } = await import("./bundle.mjs");
  const begun = Date.now();
  const made = await bundleProgram(project, entry);
  const code = wrapped(made.code);
  const hash = sha256(code);
  cache.write(`${hash}.cjs`, code);
  cache.forget(hash);
  const stamps = [...always, ...made.inputs].map((file) => [file, stamp(file)]);
  // What was saved while it was read may be in the bundle as it was before.
  const settled = stamps.every(([, was]) => !(Number.parseFloat(was) >= begun));
  if (settled) cache.write("json", JSON.stringify({ hash, stamps }));
  return { id: hash, code };
}

/** The bundle of an earlier run, where no file has changed since. */
function keptBundle() {
  const fresh = (made) => JSON.parse(made).stamps.every(([file, was]) => stamp(file) === was);
  const made = cache.read("json", fresh);
  if (made === undefined) return undefined;
  const { hash } = JSON.parse(made);
  const code = cache.read(`${hash}.cjs`);
  return code && { id: hash, code: code.latin1Slice() };
}

/** The bundle that the package comes with, known by the digest beside it, and by its time for those who edit what is installed. */
function packedBundle() {
  const file = join("dist", "program", `${entry.replace(/\W/g, "_")}.cjs`);
  const digest = readFileSync(join(project, `${file}.sha256`), "latin1");
  const code = readFileSync(join(project, file), "latin1");
  return { id: `${digest}-${stamp(file).replace(/\W/g, "-")}`, code: wrapped(code) };
}

/** As Node.js wraps a module of CommonJS. */
function wrapped(code) {
  return `(function (require, module, exports) {${code}\n})`;
}

/** Returns the folder in which somebody works with the package: the next one upwards with a cdktf.json, or else this one. */
function workingFolder(folder = process.cwd()) {
  if (existsSync(join(folder, "cdktf.json"))) return folder;
  return folder === dirname(folder) ? process.cwd() : workingFolder(dirname(folder));
}

/** Runs the program with the code that V8 compiled of it when the same command was run before. */
function start({ id, code }) {
  // V8 compares no more than the length of the code, hence the program's name in the file's.
  const compiled = [id, process.version, process.arch, ...commandOf()].join(".");
  const filename = cache.path(`${id}.cjs`);
  const cachedData = cache.read(`${compiled}.bin`);
  const script = new vm.Script(code, { filename, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) process.on("exit", keep);
  function keep(exitCode) {
    // Words that are no command leave nothing.
    if (exitCode === 2) return;
    cache.write(`${compiled}.bin`, script.createCachedData());
    if (packed) cache.forget(id);
  }
  process.argv = [process.argv[0], resolve(project, entry), ...args];
  process.env.GENESYS_EVENTBRIDGE_PROJECT = packed ? workingFolder() : project;
  // So that the program can run itself in a thread.
  process.env.GENESYS_EVENTBRIDGE_RUN = __filename;
  const own = { exports: {} };
  const place = packed ? join(project, "dist", "program", "program.cjs") : join(project, entry);
  script.runInThisContext()(createRequire(place), own, own.exports);
}

/** The command, since each has functions of its own to compile: those of others would be read for nothing, or be missing. */
function commandOf() {
  return entry === "commands/cli.ts" && /^[a-z][a-z-]{0,40}$/.test(args[0] ?? "") ? args.slice(0, 1) : [];
}

const program = packed ? packedBundle() : keptBundle();
if (program === undefined) bundle().then(start);
else start(program);
