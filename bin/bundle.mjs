import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { thinBinding } from "./bindings.mjs";

const require = createRequire(import.meta.url);

const SELDOM_NEEDED = /^(?:(?:node:)?(?:child_process|crypto|os|timers\/promises|zlib)|esbuild)$/;

/** Parts of CDKTF that cost most of its time and that synthesis does without. */
const leftOut = {
  name: "left-out",
  setup({ onLoad, onResolve }) {
    // A stack trace for every token and block: about half the time of a large stack. docs/decisions/run.md.
    onLoad({ filter: /[\\/]cdkt[fn][\\/]lib[\\/]tokens[\\/]private[\\/]stack-trace\.js$/ }, () => ({
      // cdktn, which may be installed in cdktf's place, asks by the other name.
      contents: "exports.captureStackTrace = exports.captureCreationStack = () => [];",
    }));
    // What Node.js 22 and newer warn of at every synthesis; CDKTF's command line shows such a warning as an error.
    onLoad({ filter: /[\\/]cdkt[fn][\\/]lib[\\/]terraform-output\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/\(0, util_\d+\.isArray\)/g, "Array.isArray"),
    }));
    // Asked for every key and value of a stack, nearly all of which are text without a token.
    onLoad({ filter: /[\\/]cdkt[fn][\\/]lib[\\/]tokens[\\/]private[\\/]resolve\.js$/ }, ({ path }) => ({
      contents: resolvingLess(readFileSync(path, "utf8")),
    }));
    // What each element resolved to is resolved once more with all the others; only what a stack overrides was not yet.
    onLoad({ filter: /[\\/]cdkt[fn][\\/]lib[\\/]terraform-stack\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        /(\(0, util_\d+\.deepMerge\)\(tf, )this\.rawOverrides\);\s*return (\(0, _tokens_\d+\.resolve\)\(this, )tf\);/,
        "$1$2this.rawOverrides)); return tf;",
      ),
    }));
    // esbuild, which makes functions of ours, and modules of Node.js that most commands need for nothing: node:crypto alone loads those of streams, child_process those of sockets.
    onResolve({ filter: SELDOM_NEEDED }, ({ path, namespace }) =>
      namespace === "seldom-needed" ? { path, external: true } : { path, namespace: "seldom-needed" },
    );
    onLoad({ filter: /.*/, namespace: "seldom-needed" }, ({ path }) => ({ contents: loadedOnUse(path) }));
    // Every binding of a provider: a stack needs some of them, and loads those where it makes the first of each.
    onLoad({ filter: /[\\/]modules[\\/]bindings\.ts$/ }, ({ path }) => ({
      contents: lazily(readFileSync(path, "utf8")),
    }));
    onLoad({ filter: /[\\/](?:provider-\w+|genesyscloud)[\\/]lib[\\/][\w-]+[\\/]index\.js$/ }, async ({ path }) => ({
      contents: await thinBinding(path),
    }));
    // Packs assets, of which there are none.
    onResolve({ filter: /^archiver$/ }, () => ({ path: "archiver", namespace: "left-out" }));
    onLoad({ filter: /.*/, namespace: "left-out" }, ({ path }) => ({
      contents: `module.exports = () => { throw new Error("${path} is left out of the bundle"); };`,
    }));
  },
};

/**
 * CDKTF's resolve with a look at values before a context is made for each. Text without a sign that a token, a number's token or a
 * template has is its own result.
 */
function resolvingLess(source) {
  return [
    ["makeContext()[0].resolve(key)", "isPlain(key) ? key : makeContext()[0].resolve(key)"],
    ["makeContext(key)[0].resolve(obj[key])", "isPlain(obj[key]) ? obj[key] : makeContext(key)[0].resolve(obj[key])"],
    ["makeContext(`${i}`)[0].resolve(x)", "isPlain(x) ? x : makeContext(`${i}`)[0].resolve(x)"],
  ].reduce(
    (text, [slow, fast]) => text.replace(slow, () => fast),
    `${source}
    const SIGNS = /[$#&{}]|[-|.+\\d]e[-|.+\\deE]/;
    const isPlain = (value) => (typeof value === "string" ? !SIGNS.test(value) : typeof value === "boolean");`,
  );
}

/** A module of Node.js as getters, the first of which loads it. */
function loadedOnUse(name) {
  const getters = Object.keys(require(name)).map((key) => `${key}: { enumerable: true, get: () => load().${key} }`);
  return `let own;
    const load = () => (own ??= require("${name}"));
    Object.defineProperties(exports, {${getters.join()}});`;
}

/** The re-exports of a file as getters, each of which loads its module when it is asked for. */
function lazily(source) {
  const getters = [...source.matchAll(/^export \{([^}]*)\} from "([^"]+)";$/gm)].flatMap(([, names, from]) =>
    [...names.matchAll(/(?:^|,)\s*(\w+)(?=\s*(?:,|$))/g)].map(
      ([, name]) => `${name}: { enumerable: true, get: () => require("${from}").${name} }`,
    ),
  );
  return `Object.defineProperties(exports, {${getters.join()}});`;
}

/** One file of CommonJS, and the project's own files that went into it. `more` are options of esbuild for what is packed, its `stdin` in place of an entry. */
export async function bundleProgram(project, entry, { plugins = [], ...more } = {}) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: project,
    entryPoints: entry === undefined ? [] : [entry],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // The ECMAScript form where a package has one: it can be shaken.
    mainFields: ["module", "main"],
    // Loaded by the one command that talks to AWS, and only then.
    external: ["@aws-sdk/*"],
    // Templates of workflows and scripts of shells, as text.
    loader: { ".sql": "text", ".yml": "text", ".bash": "text", ".zsh": "text", ".fish": "text", ".ps1": "text" },
    // By require: a script that is compiled from text has no import() unless Node.js is asked for it, differently in each version.
    supported: { "dynamic-import": false },
    write: false,
    metafile: true,
    // Half the size, so that half is read at every start; names stay for stack traces.
    minifyWhitespace: true,
    // Node.js shows the line in which a program fails before any handler is asked.
    lineLimit: 200,
    // What is kept is read as Latin-1, which is faster and the same for ASCII. See also `inAscii`.
    charset: "ascii",
    logLevel: "silent",
    plugins: [...plugins, leftOut],
    ...more,
  });
  const inputs = Object.keys(metafile.inputs).filter(
    // Neither packages nor what plugins made up.
    (file) => !/(^|\/)node_modules\/|^[\w-]+:/.test(file),
  );
  return { code: inAscii(outputFiles[0].text), inputs, metafile };
}

/** Escapes what esbuild leaves as it is: the characters of regular expressions, which read an escape as the same. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
