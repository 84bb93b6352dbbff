import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { commands } from "../commands";
import { committedEnvironments, root } from "./support/committed";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const below = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path}`);
const pages = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "providers/genesyscloud/README.md",
  ...below("docs", ".md"),
];
const sources = [
  "bin",
  "commands",
  "config",
  "modules",
  "patterns",
  "playground",
  "report",
  "stacks",
  "streams",
  "trace",
].flatMap((folder) => [...below(folder, ".ts"), ...below(folder, ".mjs")]);

/** Pages for those who have installed the package, so that npx finds its program. */
const aboutThePackage = ["docs/tutorial.md", "docs/how-to/use-the-package.md", "docs/decisions/package.md"];

test("every command is a script of npm, and nothing tells people to run a name that is nobody's in the registry", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const told = [...pages.filter((page) => page !== "CHANGELOG.md"), ...sources].filter(
    (path) =>
      !aboutThePackage.includes(path) && /npx genesys-eventbridge|[`"]genesys-eventbridge [a-z-]+/.test(read(path)),
  );

  expect(commands.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
  expect(told).toEqual([]);
});

describe("the documentation", () => {
  const anchors = (page: string) =>
    [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    );

  test.each(pages)("%s links to what is there", (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    const broken = links.filter(([, path = "", anchor]) => {
      const to = path === "" ? page : join(dirname(page), path);
      if (!existsSync(join(root, to))) return true;
      return anchor !== undefined && !anchors(to).includes(anchor);
    });

    expect(broken.map(([link]) => link)).toEqual([]);
  });

  test.each(pages)("%s names scripts that there are", (page) => {
    const { scripts } = JSON.parse(read("package.json"));
    const named = [...read(page).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(([, script = ""]) => script);

    expect(named.filter((script) => scripts[script] === undefined && script !== "generate")).toEqual([]);
  });

  test("the examples that are to be deleted are those that are committed", () => {
    const [, listed = ""] = /environments\/\{([\w,-]+)\}/.exec(read("docs/how-to/begin-upgrade-end.md")) ?? [];

    expect(listed.split(",")).toEqual(committedEnvironments().map(({ name }) => name));
  });
});
