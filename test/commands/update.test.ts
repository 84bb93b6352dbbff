import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../commands/run";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { ioIn } from "../support/io";

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "update-"));
  write("environments/dev.tfvars", file());
  for (const name of ["a", "b", "c"]) write(`environments/dev.events/${name}.json`, sample);
  for (const name of ["a", "c"]) write(`environments/dev.events/${name}.expected.json`, "earlier");
  write("victim.txt", "precious");
});
afterEach(() => {
  rmSync(project, { recursive: true });
});

const sample = readFileSync(join(root, "data", "sample-events", "user-presence.json"), "utf8");
const events = (...name: string[]) => join(project, "environments", "dev.events", ...name);

function write(name: string, text: string): void {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  writeFileSync(join(project, name), text);
}

async function update() {
  const { io, stdout, stderr } = ioIn(project);
  const code = await run(["trace", "dev", "--verify", "--update"], io);
  return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n") };
}

test("writes every outcome over the earlier one, and nothing else", async () => {
  expect(await update()).toMatchObject({ code: 0, stderr: expect.stringMatching(/^3 outcomes written/) });

  expect(readdirSync(events()).sort()).toEqual([
    "a.expected.json",
    "a.json",
    "b.expected.json",
    "b.json",
    "c.expected.json",
    "c.json",
  ]);
  for (const name of ["a", "b", "c"])
    expect(JSON.parse(readFileSync(events(`${name}.expected.json`), "utf8"))).toHaveProperty("deliveries");
});

const obstacles: Readonly<Record<string, () => void>> = {
  "a link to a file": () => symlinkSync(join(project, "victim.txt"), events("b.expected.json")),
  "a link to what is not there": () => symlinkSync(join(project, "made.txt"), events("b.expected.json")),
  "a link to a folder": () => symlinkSync(project, events("b.expected.json"), "junction"),
  "a folder": () => mkdirSync(events("b.expected.json")),
};

test.each(Object.entries(obstacles))("writes nothing where %s is in the place of an outcome", async (_, make) => {
  make();

  const { code, stderr } = await update();

  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^environments.dev\.events.b\.expected\.json is (a link|no file); --update writes .* remove it$/,
  );
  for (const name of ["a", "c"]) expect(readFileSync(events(`${name}.expected.json`), "utf8")).toBe("earlier");
  expect(readFileSync(join(project, "victim.txt"), "utf8")).toBe("precious");
  expect(readdirSync(project).sort()).toEqual(["environments", "victim.txt"]);
  expect(readdirSync(events())).toHaveLength(6);
});

test("writes nothing where the folder of events is a link", async () => {
  write("elsewhere/x.json", sample);
  rmSync(events(), { recursive: true });
  symlinkSync(join(project, "elsewhere"), events(), "junction");

  expect(await update()).toMatchObject({ code: 1, stderr: expect.stringMatching(/dev\.events is a link; --update/) });
  expect(readdirSync(join(project, "elsewhere"))).toEqual(["x.json"]);
});

test("writes nothing where one file cannot be written, and says so in one line", async () => {
  write(`environments/dev.events/${"x".repeat(245)}.json`, sample);

  const { code, stderr } = await update();

  expect(code).toBe(1);
  expect(stderr).toMatch(/^environments.dev\.events cannot be written \(ENAMETOOLONG\), and nothing was$/);
  for (const name of ["a", "c"]) expect(readFileSync(events(`${name}.expected.json`), "utf8")).toBe("earlier");
  expect(readdirSync(events())).toHaveLength(6);
});

test("sweeps what an update left that was killed", async () => {
  mkdirSync(events(".update-00000000-1-AAAAAA"));
  const yesterday = Date.now() / 1000 - 100_000;
  utimesSync(events(".update-00000000-1-AAAAAA"), yesterday, yesterday);

  await update();

  expect(readdirSync(events()).filter((name) => name.startsWith("."))).toEqual([]);
});
