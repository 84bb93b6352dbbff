import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownProject, runBin } from "./support";

let project: string;
let home: string;
beforeEach(() => {
  project = ownProject({ "app.ts": 'console.log("fine");' });
  home = join(project, "home");
});
afterEach(() => {
  chmodSync(join(project, "node_modules"), 0o755);
  rmSync(project, { recursive: true });
});

const folder = () => join(project, "node_modules", ".cache", "genesys-eventbridge");
const run = (env: Record<string, string> = {}) =>
  runBin(["run.cjs", "app.ts"], { cwd: project, env: { XDG_CACHE_HOME: home, ...env } }, project);
const FINE = { code: 0, stdout: "fine\n", stderr: "" };

const damages: Readonly<Record<string, (content: Buffer) => Uint8Array | string>> = {
  emptied: () => "",
  "cut short": (content) => content.subarray(0, content.length / 2),
  "cut by a byte": (content) => content.subarray(0, -1),
  "filled with zeros": (content) => Buffer.alloc(content.length),
  "changed within": (content) => {
    const changed = Buffer.from(content);
    changed.fill(0x20, content.length - 20, content.length - 4);
    return changed;
  },
  "replaced by null": () => "null",
  "replaced by an object": () => '{"hash":"x","stamps":[]}',
  "replaced by code": () => 'console.log("evil")',
};

test.each(["cjs", "bin", "json"].flatMap((ending) => Object.keys(damages).map((damage) => [ending, damage])))(
  "runs as if it was not kept where a file .%s was %s, and keeps it anew",
  async (ending, damage) => {
    await run();
    const kept = readdirSync(folder());
    for (const name of kept.filter((file) => file.endsWith(`.${ending}`))) {
      const file = join(folder(), name);
      writeFileSync(file, damages[damage]?.(readFileSync(file)) ?? "");
    }

    expect(await run()).toEqual(FINE);
    const times = () => readdirSync(folder()).map((name) => [name, statSync(join(folder(), name)).mtimeMs]);
    const before = times();
    expect(await run()).toEqual(FINE);
    expect(times()).toEqual(before);
    expect(readdirSync(folder())).toEqual(kept);
  },
);

test("keeps nothing half-written when several begin at once", async () => {
  const all = await Promise.all([run(), run(), run(), run()]);

  expect(all).toEqual([FINE, FINE, FINE, FINE]);
  expect(readdirSync(folder()).filter((name) => !/\.(cjs|bin|json)$/.test(name))).toEqual([]);
});

test("sweeps the drafts of a run that was killed, once they are old", async () => {
  await run();
  for (const [name, hoursAgo] of [
    ["old", 2],
    ["new", 0],
  ] as const) {
    const file = join(folder(), `app_ts.json.1-${name}.tmp`);
    writeFileSync(file, "");
    utimesSync(file, Date.now() / 1000 - hoursAgo * 3600, Date.now() / 1000 - hoursAgo * 3600);
  }
  writeFileSync(join(project, "app.ts"), 'console.log("changed");');
  await run();

  expect(readdirSync(folder()).filter((name) => name.endsWith(".tmp"))).toEqual(["app_ts.json.1-new.tmp"]);
});

describe("in a checkout that cannot be written", () => {
  // Whoever is root writes anywhere; a file in the folder's place stops anybody.
  beforeEach(() => writeFileSync(join(project, "node_modules", ".cache"), ""));

  test("keeps in the user's own cache, which nobody else may read", async () => {
    expect(await run()).toEqual(FINE);
    const [own = ""] = readdirSync(join(home, "genesys-eventbridge"));
    const files = readdirSync(join(home, "genesys-eventbridge", own)).sort();
    expect(files.map((file) => file.replace(/.*\./, "")).sort()).toEqual(["bin", "cjs", "json"]);
    expect(statSync(join(home, "genesys-eventbridge", own)).mode & 0o077).toBe(0);

    rmSync(join(project, "node_modules", "esbuild"));
    expect(await run()).toEqual(FINE);
  });

  test.each(["/dev/null/nowhere", "/proc/nowhere"])(
    "runs where %s cannot be written either",
    async (XDG_CACHE_HOME) => {
      expect(await run({ XDG_CACHE_HOME })).toEqual(FINE);
      expect(existsSync(home)).toBe(false);
    },
  );
});
