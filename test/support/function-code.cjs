// In the place of modules/function-code.ts, which it asks: an archive takes half a second to make, and dozens of suites need the same ones. What
// is made is kept for as long as nothing that it is made of has changed.
const { createHash } = require("node:crypto");
const { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const made = require("../../modules/function-code.ts");

const root = join(__dirname, "..", "..");
const sources = readdirSync(join(root, "functions"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort();
const hash = createHash("sha256");
for (const file of [...sources, join(root, "modules", "function-code.ts"), join(root, "package-lock.json")])
  hash.update(file).update(readFileSync(file));
const folder = join(root, "node_modules", ".cache", "genesys-eventbridge", "functions", hash.digest("hex"));

/** Reads a file, or makes it, whole or not at all, as suites run side by side. */
function kept(file, make) {
  try {
    return readFileSync(join(folder, file));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    const content = make();
    mkdirSync(folder, { recursive: true });
    const draft = join(folder, `${file}.${process.pid}`);
    writeFileSync(draft, content);
    renameSync(draft, join(folder, file));
    return Buffer.from(content);
  }
}

exports.functionCode = (name) => kept(`${name}.js`, () => made.functionCode(name)).toString();
exports.functionArchive = (name) => kept(`${name}.zip`, () => made.functionArchive(name));
exports.codeHash = (name) => createHash("sha256").update(exports.functionArchive(name)).digest("base64");
