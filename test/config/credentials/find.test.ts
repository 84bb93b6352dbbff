import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../../commands/check";
import { parse } from "../../support/environment";
import { ioIn } from "../../support/io";
import { harmless, mixed, secrets } from "./secrets";

test.each(secrets)("finds %s, and never shows it", (_, secret, text) => {
  const { issues } = parse(text);

  expect(issues.map(({ id }) => id)).toContain("credential-in-file");
  expect(JSON.stringify(issues)).not.toContain(secret);
});

test.each(harmless)("finds no credential in %s", (_, text) => {
  const { issues, environment } = parse(text);

  expect(issues.map(({ id, path, message }) => `${id} ${path}: ${message}`)).toEqual([]);
  expect(environment).toBeDefined();
});

test("shows a credential nowhere, not even the line of a syntax error on a terminal", async () => {
  const folder = mkdtempSync(join(tmpdir(), "credentials-"));
  const { io, stdout, stderr } = ioIn(folder, { terminal: { columns: 200 } });
  const told = async (text: string) => {
    writeFileSync(join(folder, "dev.tfvars"), text);
    await check.run({ values: {}, positionals: [join(folder, "dev.tfvars")] }, io);
  };
  try {
    for (const [, , text] of secrets) await told(text);
    await told(`password : ${mixed(7)}`);
    await told(`tags = { ${mixed(40)} }`);
    await told(`tags = { a = "ghp_${mixed(30)} }`);
    await told(`url = "https://hooks.slack.com/services/T000/B000/SECRETPATH`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  const all = [...stdout, ...stderr].join("\n");
  expect([...secrets.map(([, secret]) => secret), mixed(7)].filter((secret) => all.includes(secret))).toEqual([]);
});
