import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The innermost package of a file. */
const PACKAGE = /^(?:.*\/)?(?:node_modules\/(?:@[^/]+\/)?[^/]+|providers\/[^/]+)(?=\/)/;

/** Returns the page of what others wrote and bundles hold: each package once, with its licence in full, each text once. */
export function noticesOf(root, metafiles) {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  // One version may lie in several places.
  const byTitle = new Map(
    [...folders]
      .sort()
      .map((folder) => packageIn(root, folder))
      .map((each) => [each.title, each]),
  );
  const packages = [...byTitle.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
  const shown = new Map();
  const sections = packages.map(({ title, about, texts }) => {
    const parts = texts.map((text) => {
      const before = shown.get(text);
      if (before !== undefined) return `The same text as that of ${before}.`;
      shown.set(text, title);
      return `\`\`\`text\n${text}\n\`\`\``;
    });
    return [`## ${title}`, about, ...parts].join("\n\n");
  });
  return `${[
    "# Notices of third parties",
    "The files of `dist/` hold these packages, as they were installed, with two changes, which `bin/bundle.mjs` of this project's source makes:\n" +
      "of `cdktf`, stack traces of tokens, the use of `util.isArray`, and `archiver` are left out; of the providers' bindings, what no stack uses.",
    ...sections,
  ].join("\n\n")}\n`;
}

function packageIn(root, folder) {
  const read = (file) => readFileSync(join(root, folder, file), "utf8");
  const { name, version, license, repository } = JSON.parse(read("package.json"));
  const source = (typeof repository === "string" ? repository : repository?.url)?.replace(/^git\+/, "");
  const files = readdirSync(join(root, folder)).filter((file) => /^(?:licen[cs]e|notice|copying)\b/i.test(file));
  return {
    title: `${name} ${version}`,
    about: `Licence: ${license}${source ? `. Source: ${source}, and the package of that name and version` : ""}.`,
    texts: files.sort().map((file) => read(file).trim()),
  };
}
