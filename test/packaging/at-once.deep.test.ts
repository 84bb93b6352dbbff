import { execFile, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../support/committed";
import { copyOfRepository, emptyFolder, pack } from "./packed";

const windows = process.platform === "win32";

let copy: string;
let lock: string;
beforeAll(() => {
  copy = copyOfRepository();
  lock = join(copy, ".npm-pack.lock");
});

test("two runs of npm pack at once make the same file, the second once the first has ended", async () => {
  const folders = [emptyFolder(), emptyFolder()];
  const run = promisify(execFile);
  const runs = await Promise.all(
    folders.map((into) => run("npm", ["pack", "--pack-destination", into], { cwd: copy, shell: windows })),
  );

  const [one, two] = folders.map((into) => readFileSync(join(into, readdirSync(into)[0] ?? "")));
  expect(one?.equals(two ?? Buffer.of())).toBe(true);
  expect(runs.map(({ stderr }) => stderr).join("")).toContain("another npm pack runs in this folder: waiting for it");
  expect(readFileSync(join(copy, "package.json"), "utf8")).toBe(readFileSync(join(root, "package.json"), "utf8"));
}, 120_000);

test("a lock whose process has ended holds nobody up, and none is left", async () => {
  const { pid } = spawnSync(process.execPath, ["-e", "0"]);
  writeFileSync(lock, String(pid));

  expect(existsSync(pack(copy))).toBe(true);
  for (let tries = 0; existsSync(lock) && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(existsSync(lock)).toBe(false);
}, 60_000);

test("fails where the other does not end, and says what to do", () => {
  writeFileSync(lock, String(process.pid));
  const text = `import { lock } from "./packaging/lock.mjs"; await lock(${JSON.stringify(copy)}, 50);`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", text], {
    cwd: copy,
    encoding: "utf8",
  });

  expect([status, stderr]).toEqual([1, expect.stringContaining(`(process ${process.pid}); where none does, remove `)]);
});
