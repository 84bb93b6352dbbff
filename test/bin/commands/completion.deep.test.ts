import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleFolder, shellEnvironment } from "../shell";
import { genesysEventbridge } from "../support";

const PROGRAM = "genesys-eventbridge";
const cwd = sampleFolder();
mkdirSync(join(cwd, "my plans"));
writeFileSync(join(cwd, "my plans", "a plan.json"), "{}");

/** Runs a program of a shell, with nothing of the user's own settings. */
function shell(name: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(name, args, {
    cwd,
    env: shellEnvironment({ TERM: "dumb", XDG_CONFIG_HOME: cwd, ZDOTDIR: cwd }),
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return stdout;
}

const isThere = (name: string) => spawnSync(name, ["-c", "exit 0"]).status === 0;

/** Bash as readline asks: with the words as it parts them, = being a word. */
function inBash(line: string): string[] {
  const words = line.split(/(=)| /).filter((word) => word !== undefined);
  const parted = words.filter((word, index) => word !== "" || index === words.length - 1);
  if (parted.at(-1) === "" && parted.at(-2) === "=") parted.pop();
  const quoted = parted.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const program = `source <(${PROGRAM} completion bash)
COMP_WORDS=(${quoted}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); compopt() { :; }
_genesys_eventbridge; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return shell("bash", "--norc", "-c", program).trimEnd().split("\n");
}

function inFish(line: string): string[] {
  const program = `${PROGRAM} completion fish | source\ncomplete -C ${JSON.stringify(line)}`;
  return shell("fish", "--no-config", "-c", program)
    .trimEnd()
    .split("\n")
    .map((one) => one.split("\t")[0] ?? "");
}

/** Zsh's completion needs a terminal: what it would add is told by functions in the place of its own. */
function inZsh(line: string): string[] {
  const words = line.split(" ").map((word) => `'${word}'`);
  const program = `compdef() { :; }
source <(${PROGRAM} completion zsh)
_describe() { print -rl -- "\${values[@]%%:*}"; }
_files() { setopt local_options null_glob; print -rl -- *(/); [[ $1 == -g ]] && print -rl -- \${~2} || print -rl -- *; }
words=(${words.join(" ")}); CURRENT=$#words
_genesys-eventbridge`;
  return shell("zsh", "-f", "-c", program).trimEnd().split("\n");
}

const shells: readonly (readonly [string, (line: string) => string[]])[] = [
  ["bash", inBash],
  ["fish", inFish],
  ["zsh", inZsh],
];

describe.each(shells)("in %s", (name, complete) => {
  const there = isThere(name);
  const inShell = there ? test : test.skip;
  if (!there) console.log(`${name} is not installed: its completion is not tried`);

  inShell("commands", () => {
    expect(complete(`${PROGRAM} tr`)).toEqual(["trace"]);
    expect(complete(`${PROGRAM} init c`)).toEqual(["ci"]);
    expect(complete(`${PROGRAM} help repo`)).toEqual(["report"]);
  });

  inShell("options that are not there yet", () => {
    expect(complete(`${PROGRAM} check --json --`).sort()).toEqual(["--format", "--help"]);
  });

  inShell("choices of an option", () => {
    expect(complete(`${PROGRAM} report dev --fail-on `).sort()).toEqual(["high", "low", "medium"]);
  });

  inShell("choices behind =", () => {
    expect(complete(`${PROGRAM} check --format=j`).map((value) => value.replace("--format=", ""))).toEqual(["json"]);
  });

  inShell("names of environments, but none that is there", () => {
    const offered = complete(`${PROGRAM} check dev `);

    expect(offered).toContain("staging");
    expect(offered).not.toContain("dev");
  });

  inShell("topics, with their braces", () => {
    const topics = complete(`${PROGRAM} topics v2.users.{id}.pres`);

    expect(topics).toContain("v2.users.{id}.presence");
  });

  inShell("files of the kind that fits, and folders, in names with spaces", () => {
    const files = complete(`${PROGRAM} report dev --plan `).map((file) => file.replace(/\/$/, ""));

    expect(files).toEqual(expect.arrayContaining(["plan.json", "my plans", "environments"]));
    expect(files).not.toContain("cases.jsonl");
  });
});

test("a word that fits nothing is completed with nothing", async () => {
  const of = (...words: string[]) => genesysEventbridge(["completion", "--complete", "word", "--", ...words], { cwd });

  expect(await of("nonsense", "x")).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await of("report", "dev", "--link", "h")).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await of("report", "dev", "s")).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("the script for PowerShell asks the program and quotes what it must", async () => {
  const { code, stdout } = await genesysEventbridge(["completion", "powershell"], { cwd });

  expect(code).toBe(0);
  expect(stdout).toContain("& $program completion --complete $how '--' @words");
});

test("fails for a shell that it does not know, and names the near one", async () => {
  expect(await genesysEventbridge(["completion", "zhs"], { cwd })).toMatchObject({
    code: 2,
    stdout: "",
    stderr: "zhs is no shell that is known here; did you mean zsh?; write one of bash, fish, powershell, zsh\n",
  });
  expect(await genesysEventbridge(["completion"], { cwd })).toMatchObject({ code: 2, stdout: "" });
});
