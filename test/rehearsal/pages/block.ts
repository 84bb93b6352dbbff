/**
 * Run by the rig in a stack that it has applied: `RIG STACK with -- node bin/run.cjs test/rehearsal/pages/block.ts PAGE`. Runs the blocks of
 * the page that want an account, as a person does who has filled in what stands in `<…>`.
 */
import { execFileSync } from "node:child_process";
import { blocksToFollow } from "../../support/command-blocks";

const [page = ""] = process.argv.slice(2);
const cwd = process.env.REHEARSE_STACK ?? ".";
const terraform = (...args: readonly string[]) =>
  execFileSync("terraform", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

type Value = string | { readonly [key: string]: Value };
const outputs: Readonly<Record<string, { value: Value }>> = JSON.parse(terraform("output", "-json"));

/** Returns an output, or what is below it, by `NAME.KEY.KEY`. */
function output(path: string): string {
  const [name = "", ...keys] = path.split(".");
  const found = keys.reduce<Value | undefined>(
    (value, key) => (typeof value === "object" ? value[key] : undefined),
    outputs[name]?.value,
  );
  if (typeof found !== "string") throw new Error(`${page}: the stack has no output ${path}`);
  return found;
}

/** Returns an attribute of the stream's integration, as Terraform's state has it. */
function integration(attribute: string): string {
  const shown = terraform("state", "show", "-no-color", "genesyscloud_integration.audit");
  return new RegExp(`^ +${attribute} += "(.+)"$`, "m").exec(shown)?.[1] ?? "";
}

/** Returns what a person writes in the place of `<WORDS>`. */
function filledIn(words: string): string {
  if (words.startsWith("output ")) return output(words.slice("output ".length));
  if (words === "organization id") return output("event_buses.audit.name").split("/").at(-2) ?? "";
  if (words === "id of the integration") return integration("id");
  throw new Error(`${page}: nobody knows what <${words}> is`);
}

const blocks = blocksToFollow(process.cwd()).filter((block) => block.page === page && block.place === "account");
for (const { commands } of blocks) {
  // The stand-in for Genesys Cloud's provider imports nothing: its integration stays in the state.
  const rehearsed = commands.replace(/^terraform import genesyscloud_/gm, "echo not rehearsed: $&");
  const filled = rehearsed.replace(/<([a-z][^<>]*)>/g, (_, words: string) => filledIn(words));
  // What a page imports was made by somebody else, and is in no state.
  const imported = [...filled.matchAll(/^terraform import (\S+)/gm)].map(([, address = ""]) => address);
  if (imported.length > 0) terraform("state", "rm", ...imported);
  // Commands of ours are run in the project.
  const folder = filled.startsWith("npm run ") ? process.cwd() : cwd;
  execFileSync("bash", ["-e", "-c", filled], { cwd: folder, stdio: "inherit" });
}
