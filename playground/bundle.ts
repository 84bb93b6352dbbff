import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

const root = () => process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();

/**
 * Returns the page's script, bundled from the program's own sources: the same text from the same sources on any machine.
 *
 * @param entry what is bundled; tests ask other things of the same modules
 * @param packed whether its messages name the program as the package has it
 */
export function playgroundScript(
  packed = process.env.GENESYS_EVENTBRIDGE_PACKED === "true",
  entry = "playground/browser/main.ts",
): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root(),
    entryPoints: [entry],
    bundle: true,
    platform: "browser",
    target: "es2022",
    format: "iife",
    minify: true,
    charset: "ascii",
    legalComments: "none",
    loader: { ".sql": "text" },
    // What browsers have not, or not at once.
    alias: { "node:crypto": "./playground/instead/crypto.ts" },
    inject: ["playground/instead/globals.ts"],
    define: {
      "process.env.GENESYS_EVENTBRIDGE_PACKED": JSON.stringify(String(packed)),
      SAMPLE_EVENTS: JSON.stringify(sampleEvents()),
    },
    // Nothing of this machine's tsconfig.json files above the project.
    tsconfigRaw: {},
    write: false,
    logLevel: "silent",
  });
  return withinHtml(outputFiles[0]?.text.trim() ?? "");
}

/** Returns code of the same meaning that no HTML parser and no terminal takes for anything else, so that its hash is that of what arrives. */
function withinHtml(code: string): string {
  return code
    .replace(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("<!--", "<\\x21--");
}

function sampleEvents(): Record<string, unknown> {
  const folder = join(root(), "data", "sample-events");
  const names = readdirSync(folder).sort();
  return Object.fromEntries(
    names.map((name) => [name.replace(/\.json$/, ""), JSON.parse(readFileSync(join(folder, name), "utf8"))]),
  );
}
