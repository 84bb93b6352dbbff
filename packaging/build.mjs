import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { deflateSync, strToU8 } from "fflate";
import { bundleProgram } from "../bin/bundle.mjs";
import { sha256 } from "../bin/cache.cjs";
import { CLIENTS, clientsModule, inOneFile, namedExports } from "./clients.mjs";
import { declarationsOf } from "./declarations.mjs";
import { noticesOf } from "./notices.mjs";

/** Programs that the package can run; the library is not run but imported. */
const PROGRAMS = ["commands/cli.ts"];
/** The module that makes archives of functions. */
const FUNCTION_CODE = "modules/function-code.ts";
/** The module that makes the script of the playground. */
const PLAYGROUND = "playground/bundle.ts";

/** The archives of functions of ours, as synthesis in the repository makes them. */
async function archivesOf(root, names) {
  const { functionArchive } = await loaded(root, FUNCTION_CODE);
  return names.map((name) => [name, Buffer.from(functionArchive(name))]);
}

/** What a module of the repository exports. */
async function loaded(root, entry) {
  const { code } = await bundleProgram(root, entry);
  const own = { exports: {} };
  process.env.GENESYS_EVENTBRIDGE_PROJECT = root;
  new Function("require", "module", "exports", code)(createRequire(join(root, entry)), own, own.exports);
  return own.exports;
}

/** Functions come built: whoever installs the package has no esbuild, and deploys the same bytes. */
const builtFunctions = (names) => ({
  name: "built-functions",
  setup({ onLoad, onResolve }) {
    const cases = names.map(
      (name) => `case "${name}": return readFileSync(require.resolve("../functions/${name}.zip"));`,
    );
    onLoad({ filter: /[\\/]modules[\\/]function-code\.ts$/ }, () => ({
      contents: `import { createHash } from "node:crypto";
        import { readFileSync } from "node:fs";
        export const codeHash = (name) => createHash("sha256").update(functionArchive(name)).digest("base64");
        export function functionArchive(name) { switch (name) { ${cases.join(" ")} default: throw new Error(name); } }`,
    }));
    onResolve({ filter: /^\.\.\/functions\/[a-z-]+\.zip$/ }, ({ path }) => ({ path, external: true }));
  },
});

/** So does the script of the playground, compressed by JavaScript as the archives are. */
const builtPlayground = {
  name: "built-playground",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]playground[\\/]bundle\.ts$/ }, () => ({
      contents: `import { readFileSync } from "node:fs";
        import { inflateRawSync } from "node:zlib";
        export const playgroundScript = () => inflateRawSync(readFileSync(require.resolve("../playground.deflate"))).toString();`,
    }));
    onResolve({ filter: /^\.\.\/playground\.deflate$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** Packages that the library takes from the app that uses it. The bindings of Genesys Cloud are on no registry, and so within. */
const FROM_APP = /^(?:cdktf|constructs|@cdktf\/provider-(?:aws|time))(?:\/|$)/;
/** What messages ask for to know that they are printed by the package. */
const define = { "process.env.GENESYS_EVENTBRIDGE_PACKED": '"true"' };

/** Builds `dist/`, all that the package holds and the repository does not: the same bytes from the same sources and packages. */
export async function buildPackage(root) {
  const dist = join(root, "dist");
  rmSync(dist, { recursive: true, force: true });
  const metafiles = [];
  const write = (file, text) => {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  };
  const bundle = async (entry, file, more) => {
    const { code, inputs, metafile } = await bundleProgram(root, entry, { define, minifySyntax: true, ...more });
    write(file, code);
    metafiles.push(metafile);
    return inputs;
  };

  const functions = readdirSync(join(root, "functions")).filter((name) =>
    existsSync(join(root, "functions", name, "index.ts")),
  );
  const clients = new Set();
  const sources = [];
  for (const entry of PROGRAMS) {
    const file = `program/${entry.replace(/\W/g, "_")}.cjs`;
    const plugins = [inOneFile(clients), builtFunctions(functions), builtPlayground];
    const inputs = await bundle(entry, file, { plugins });
    for (const input of inputs) sources.push(readFileSync(join(root, input), "utf8"));
    // So that no start needs to take it.
    write(`${file}.sha256`, sha256(readFileSync(join(dist, file))));
  }
  const stdin = { contents: clientsModule([...clients].sort()), resolveDir: root };
  const plugins = [namedExports(root, sources)];
  await bundle(undefined, `program/${CLIENTS}`, { stdin, plugins, external: [], minify: true });
  await bundle("library/index.ts", "library/index.js", { plugins: [fromApp(root), builtFunctions(functions)] });
  for (const [name, archive] of await archivesOf(root, functions)) write(`functions/${name}.zip`, archive);
  const { playgroundScript } = await loaded(root, PLAYGROUND);
  write("playground.deflate", deflateSync(strToU8(playgroundScript(true)), { level: 9 }));
  for (const [file, text] of Object.entries(declarationsOf(root))) write(`library/${file}`, text);
  // For editors; indented it has twice the size.
  const schema = readFileSync(join(root, "environments", "environment.schema.json"), "utf8");
  write("environment.schema.json", JSON.stringify(JSON.parse(schema)));
  write("THIRD-PARTY-NOTICES.md", noticesOf(root, metafiles));
}

/** Packages that the library takes from the app, and says so where they are not there. */
const fromApp = (root) => ({
  name: "from-app",
  setup({ onLoad, onResolve }) {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const install = Object.keys(dependencies).filter((name) => FROM_APP.test(name));
    const advice = `npm install ${install.map((name) => `${name}@${dependencies[name].replace("~", "")}`).join(" ")}`;
    onResolve({ filter: FROM_APP }, ({ path, namespace }) =>
      namespace === "from-app" ? { path, external: true } : { path, namespace: "from-app" },
    );
    onLoad({ filter: /.*/, namespace: "from-app" }, ({ path }) => ({
      contents: `try { module.exports = require("${path}"); } catch (error) {
        if (error.code !== "MODULE_NOT_FOUND" || !error.message.includes("'${path}'")) throw error;
        throw new Error("genesys-eventbridge needs ${path} of the app that uses it: ${advice}", { cause: error });
      }`,
    }));
  },
});
