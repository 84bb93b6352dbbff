// `parse.cjs FOLDER FILE…`: prints as JSON what AsyncAPI's own parser, which lies in FOLDER, objects to in each document.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const [folder, ...files] = process.argv.slice(2);
const { Parser } = createRequire(join(folder, "package.json"))("@asyncapi/parser");

async function main() {
  const found = {};
  for (const file of files) {
    const { document, diagnostics } = await new Parser().parse(readFileSync(file, "utf8"));
    // 0 is an error and 1 a warning; below that it is advice, such as the newest version.
    const wrong = diagnostics.filter(({ severity }) => severity < 2);
    found[file] = {
      channels: document?.allChannels().all().length ?? 0,
      wrong: wrong.map(({ path, message }) => `${path.join(".")}: ${message}`),
    };
  }
  process.stdout.write(JSON.stringify(found));
}

main();
