import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The innermost package of a file. */
const PACKAGE = /^(?:.*\/)?(?:node_modules\/(?:@[^/]+\/)?[^/]+|providers\/[^/]+)(?=\/)/;

/** Returns the page of what others wrote and bundles hold: each package once, with its licence in full. */
export function noticesOf(root, metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  const packages = [...folders].map((folder) => noticeOf(root, folder)).sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    "# Notices of third parties",
    "The files of `dist/` hold these packages, as they were installed, with two changes to `cdktf` (its stack traces of tokens, and its",
    "use of `util.isArray`) that `bin/bundle.mjs` of this project's source makes. The source of each is in the package of that name and version.",
    "",
    ...packages.map(({ text }) => text),
  ].join("\n");
}

function noticeOf(root, folder) {
  const { name, version, license, repository } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const source = typeof repository === "string" ? repository : repository?.url;
  const files = readdirSync(join(root, folder)).filter((file) => /^(?:licen[cs]e|notice|copying)\b/i.test(file));
  const head = [
    `## ${name} ${version}`,
    `Licence: ${license}${source ? `. Source: ${source.replace(/^git\+/, "")}` : ""}`,
  ];
  const texts = files
    .sort()
    .flatMap((file) => ["", "```text", readFileSync(join(root, folder, file), "utf8").trim(), "```"]);
  return { name, text: [...head, ...texts, ""].join("\n") };
}
