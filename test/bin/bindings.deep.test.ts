import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnvironment } from "../../config/environment";
import { root } from "../support/committed";
import { everyKey } from "../support/every-key";
import { synthesizedOf } from "../support/stack";

const folder = mkdtempSync(join(tmpdir(), "bindings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A stack without what says where it was made: CDKTF's own notes, and the state's path. */
const same = (key: string, value: unknown) => (key === "//" || key === "backend" ? undefined : value);

test("the bundle, which has thin bindings, writes every key of every type as the bindings themselves do", () => {
  const environments = join(folder, "environments");
  mkdirSync(environments);
  for (const [name, value] of Object.entries(everyKey().files))
    writeFileSync(join(environments, `${name}.tfvars.json`), JSON.stringify(value));
  cpSync(join(root, "test", "rehearsal", "every-destination", "every.tfvars"), join(environments, "every.tfvars"));
  cpSync(join(root, "environments", "webhooks.tfvars"), join(environments, "webhooks.tfvars"));
  execFileSync(process.execPath, [join(root, "bin", "run.cjs"), "main.ts"], {
    stdio: "pipe",
    env: { ...process.env, ENVIRONMENTS_DIR: environments, CDKTF_OUTDIR: folder },
  });

  for (const file of readdirSync(environments)) {
    const name = file.replace(/\.tfvars(\.json)?$/, "");
    const path = join(environments, file);
    const { environment } = parseEnvironment({ name, path, bytes: readFileSync(path) });
    if (environment === undefined) throw new Error(`${file} is not right`);
    const written = JSON.parse(readFileSync(join(folder, "stacks", name, "cdk.tf.json"), "utf8"), same);
    expect(written).toEqual(JSON.parse(JSON.stringify(synthesizedOf(environment)), same));
  }
});
