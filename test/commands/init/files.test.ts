import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBeside } from "../../../commands/init/files";
import { inFolderOf } from "../run";

const beside = (files: Readonly<Record<string, string>>) => inFolderOf(files, async (folder) => filesBeside(folder));

test("a list of what git ignores gets the lines that it lacks, with its own line ends", async () => {
  const [gitignore] = await beside({ ".gitignore": "node_modules\r\n/cdktf.out/\r\n*.tfstate\r\n.terraform" });

  expect(gitignore?.action).toBe("completed");
  expect(gitignore?.text).toBe(
    "node_modules\r\n/cdktf.out/\r\n*.tfstate\r\n.terraform\r\ncdktf.log\r\n*.tfstate.*\r\n*.tfplan\r\nplan.bin\r\nplan.json\r\n",
  );
});

test("environments are not ignored where a list made for Terraform does so", async () => {
  const [gitignore] = await beside({ ".gitignore": "*.tfvars\n" });

  expect(gitignore?.text).toMatch(/\n!environments\/\*\.tfvars\n!environments\/\*\.tfvars\.json\n$/);
});

test("a second time nothing changes", async () => {
  await inFolderOf({}, async (folder) => {
    for (const { name, text = "" } of filesBeside(folder)) writeFileSync(join(folder, name), text);

    expect(filesBeside(folder).map(({ action, text }) => [action, text])).toEqual([
      ["left", undefined],
      ["left", undefined],
    ]);
  });
});

test.each([
  ["its app is node app.js", '{ "app": "node app.js" }'],
  ['it has no app that CDKTF could run; write "app": "npx genesys-eventbridge synth"', "{"],
])("cdktf.json is left with a word: %s", async (why, text) => {
  const [, cdktf] = await beside({ "cdktf.json": text });

  expect(cdktf).toEqual({ name: "cdktf.json", action: "left", why });
});
