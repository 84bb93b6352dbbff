import { join } from "node:path";
import { root } from "../../support/committed";
import { file } from "../../support/environment";
import { folderWith, genesysEventbridge } from "../support";

test("checks a file from whatever folder it is run in", async () => {
  const { code, stdout } = await genesysEventbridge(["check", "../environments/dev.tfvars", "--json"], {
    cwd: join(root, "docs"),
  });

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ files: [join(root, "environments", "dev.tfvars")], issues: [] });
});

test("says what is wrong in the user's folder, with the exit code", async () => {
  const cwd = folderWith({ "dev.tfvars": file({ rule: 'targets = ["lgo"]' }) });

  const { code, stdout } = await genesysEventbridge(["check", "./dev.tfvars"], { cwd });

  expect(code).toBe(1);
  expect(stdout).toMatch(/^dev\.tfvars:9:\d+: rules\.all\.targets\[0\]: .*did you mean log\?$/m);
  expect(await genesysEventbridge(["chekc"], { cwd })).toMatchObject({ code: 2 });
});
