import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { project, rehearse } from "../rig";

const FILE = readFileSync("environments/users.tfvars", "utf8");
const edited = (from: string | RegExp, to: string) => FILE.replace(from, to);
const KEY = 'key       = "topic[2]"';

/** The edits of one key, by whether AWS makes them in place. */
const edits: Readonly<Record<"in place" | "replaces the table", Readonly<Record<string, string>>>> = {
  "in place": {
    "another key": edited(KEY, 'key = "detail.eventBody.id"'),
    "another latest_by": edited("detail.eventBody.modifiedDate", "time"),
    "no latest_by": edited(/latest_by.*/, ""),
    "another attribute": edited("message  =", "text ="),
    "no attributes": edited(/attributes = \{[^}]*\}/, ""),
    "another expire_after_days": edited("expire_after_days = 90", "expire_after_days = 30"),
    "no expire_after_days": edited("expire_after_days = 90", ""),
    protect: edited(KEY, `${KEY}\nprotect = true`),
    tags: `tags = { team = "contact-centre" }\n${FILE}`,
  },
  "replaces the table": {
    "another key_name": edited('key_name  = "userId"', 'key_name = "user"'),
    "another table_name": edited(KEY, `${KEY}\ntable_name = "who"`),
    "a sort_key": edited(KEY, `${KEY}\nsort_key = "time"`),
  },
};

/** Plans each edit by itself on what is applied. */
export async function rehearseEdits(rig: string, work: string): Promise<void> {
  const before = await synthesized(work, "before", FILE);
  for (const [expected, files] of Object.entries(edits)) {
    for (const [name, text] of Object.entries(files)) {
      if (text === FILE) throw new Error(`${name} edits nothing`);
      const after = await synthesized(work, name.replaceAll(" ", "-"), text);
      const { code, output } = await rehearse(rig, [before, "change", "--aws", "real", "--to", after]);
      const replaced = /^delete(?:\+create)? aws_dynamodb_table\./m.test(output);
      const inPlace = expected === "in place";
      if ((code === 0) !== inPlace || replaced === inPlace) throw new Error(`${name}: ${output.slice(-3000)}`);
      console.log(`table: ${name}: ${expected}`);
    }
  }
}

async function synthesized(work: string, name: string, text: string): Promise<string> {
  const [folder, out] = [join(work, name, "environments"), join(work, name, "out")];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "users.tfvars"), text);
  await project(["main.ts"], { ENVIRONMENTS_DIR: folder, CDKTF_OUTDIR: out });
  return join(out, "stacks", "users");
}
