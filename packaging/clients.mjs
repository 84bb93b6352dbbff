import { createRequire } from "node:module";
import { join } from "node:path";

/** The clients of AWS in one file, as they share most of what they are made of; loaded by the commands that ask AWS. */
export const CLIENTS = "aws-sdk.cjs";

/** Leads a program to that file, and notes in `names` which clients it asks for. */
export const inOneFile = (names) => ({
  name: "in-one-file",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\// }, ({ path }) => {
      names.add(path);
      return { path, namespace: "client" };
    });
    onResolve({ filter: /^\.\/aws-sdk\.cjs$/, namespace: "client" }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: "client" }, ({ path }) => ({
      contents: `module.exports = require("./${CLIENTS}")["${path}"];`,
    }));
  },
});

/** Each client is made ready when it is asked for. */
export const clientsModule = (names) =>
  `module.exports = {${names.map((name) => `get "${name}"() { return require("used:${name}"); }`).join()}};`;

/** Of each client no more than what some word of the sources names, whichever client it means: what is left goes. */
export const namedExports = (root, sources) => ({
  name: "named-exports",
  setup({ onResolve, onLoad }) {
    const words = new Set(sources.flatMap((text) => text.match(/\w+/g) ?? []));
    const require = createRequire(join(root, "package.json"));
    onResolve({ filter: /^used:/ }, ({ path }) => ({ path: path.slice("used:".length), namespace: "used" }));
    onLoad({ filter: /.*/, namespace: "used" }, ({ path }) => {
      const used = Object.keys(require(path)).filter((name) => words.has(name));
      return { contents: `export { ${used.join()} } from "${path}";`, resolveDir: root };
    });
  },
});
