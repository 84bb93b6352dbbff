import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { file } from "../../support/environment";
import { folderWith, genesysEventbridge } from "../support";

const ENVIRONMENTS_DIR = "environments";

interface Held {
  readonly file: { readonly name: string; readonly text: string; readonly topics?: { readonly text: string } };
}

function heldIn(page: string): Held {
  const [, json = ""] = /<script type="application\/json" id="playground-data">(.*)<\/script>/.exec(page) ?? [];
  return JSON.parse(json);
}

test("writes a page with a file as it is, also one with errors, which runs its own script and no other", async () => {
  const text = `${file().replace("targets", "targetz")}# Gruß\t</script><script>alert(1)</script>\r\n`;
  const cwd = folderWith({ "environments/dev.tfvars": text, "environments/dev.topics.json": '{"topics":[]}' });
  const run = (...args: string[]) => genesysEventbridge(["playground", ...args], { cwd, env: { ENVIRONMENTS_DIR } });

  const [written, printed] = await Promise.all([run("dev", "--out", "pages/dev.html"), run("dev")]);

  expect(written).toEqual({ code: 0, stdout: "", stderr: "written to pages/dev.html; open it in a browser\n" });
  const page = readFileSync(join(cwd, "pages", "dev.html"), "utf8");
  expect(printed.stdout).toBe(page);
  expect(heldIn(page).file).toMatchObject({ name: "environments/dev.tfvars", text, topics: { text: '{"topics":[]}' } });
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = ""]) => script);
  const hashes = scripts.map((script) => createHash("sha256").update(script).digest("base64"));
  expect(page).toContain(`default-src 'none'; script-src 'sha256-${hashes.join()}'; style-src 'sha256-`);
  expect(page.length).toBeLessThan(1_000_000);
}, 60_000);

test("says what is wrong, and then leaves an older page as it was", async () => {
  const cwd = folderWith({ "environments/dev.tfvars": file(), "dev.html": "older" });
  writeFileSync(join(cwd, "latin.tfvars"), Buffer.from("# Gr\u00fc\u00dfe\n", "latin1"));
  const run = (...args: string[]) => genesysEventbridge(["playground", ...args], { cwd, env: { ENVIRONMENTS_DIR } });

  const [unknown, noText, noPage, several] = await Promise.all([
    run("dve", "--out", "dev.html"),
    run("./latin.tfvars", "--out", "dev.html"),
    run("--out", "dev.txt"),
    run("dev", "dev"),
  ]);

  expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining("did you mean dev?") });
  expect(noText).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("latin.tfvars:1:5: is not UTF-8; save the"),
  });
  expect(noPage).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("--out dev.txt is no page; let it end in .html"),
  });
  expect(several).toMatchObject({ code: 2, stderr: expect.stringContaining("one environment FILE at most") });
  expect(readFileSync(join(cwd, "dev.html"), "utf8")).toBe("older");
  expect(existsSync(join(cwd, "environments", "dev.html"))).toBe(false);
}, 60_000);
