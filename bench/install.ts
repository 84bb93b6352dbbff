// What it takes to get to a first synthesis: this repository, or the package that `npm pack` makes of it.
import { execFileSync } from "node:child_process";
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { median } from "./measure";

const TURNS = 3;
const QUIET = ["--prefer-offline", "--no-audit", "--no-fund"];
const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const made = mkdtempSync(join(tmpdir(), "genesys-eventbridge-install-"));

interface Taken {
  readonly milliseconds: number;
  readonly bytes: number;
}

function npm(folder: string, ...args: readonly string[]): void {
  const shell = process.platform === "win32";
  const { PATH, HOME, USERPROFILE, APPDATA, LOCALAPPDATA, SystemRoot } = process.env;
  // Nothing of an npm that runs this: it would say which folder is meant.
  const env = { PATH, HOME, USERPROFILE, APPDATA, LOCALAPPDATA, SystemRoot };
  execFileSync("npm", [...args], { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"], shell });
}

/** The files of the repository, as a checkout has them. */
function checkout(folder: string): void {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: project,
  });
  for (const file of listed.toString().split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(project, file), join(folder, file));
  }
}

/** What the files below occupy; one that is linked twice counts twice. */
function size(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files.reduce(
    (sum, entry) => (entry.isFile() ? sum + lstatSync(join(entry.parentPath, entry.name)).size : sum),
    0,
  );
}

function taken(folder: string, commands: readonly (readonly string[])[]): Taken {
  const begun = performance.now();
  for (const args of commands) npm(folder, ...args);
  const milliseconds = performance.now() - begun;
  const bytes = size(join(folder, "node_modules"));
  rmSync(folder, { recursive: true, force: true });
  return { milliseconds, bytes };
}

function repository(turn: number): Taken {
  const folder = join(made, `repository-${turn}`);
  checkout(folder);
  return taken(folder, [
    ["ci", "--omit=dev", ...QUIET],
    ["run", "synth"],
  ]);
}

function packed(turn: number, tarball: string): Taken {
  const folder = join(made, `package-${turn}`);
  cpSync(join(project, "environments"), join(folder, "environments"), { recursive: true });
  return taken(folder, [
    ["install", ...QUIET, tarball],
    ["exec", "--", "genesys-eventbridge", "synth"],
  ]);
}

try {
  const source = join(made, "source");
  checkout(source);
  symlinkSync(join(project, "node_modules"), join(source, "node_modules"), "junction");
  npm(source, "pack");
  const [file = ""] = readdirSync(source).filter((name) => name.endsWith(".tgz"));
  const tarball = join(made, file);
  cpSync(join(source, file), tarball);
  const turns = Array.from({ length: TURNS }, (_, turn) => [repository(turn), packed(turn, tarball)] as const);
  const of = (index: 0 | 1, key: keyof Taken) => median(turns.map((turn) => turn[index][key]));
  const [slow, fast] = [of(0, "milliseconds"), of(1, "milliseconds")];
  const [large, small] = [of(0, "bytes"), of(1, "bytes")];
  const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  process.stdout.write(
    `install and first synth, package / repository: ${fast.toFixed(0)} ms / ${slow.toFixed(0)} ms = ${(fast / slow).toFixed(2)}x   (aim: at most 0.25x)\n` +
      `node_modules, package / repository: ${mebibytes(small)} MiB / ${mebibytes(large)} MiB = ${(small / large).toFixed(3)}x   (aim: at most 0.020x)\n`,
  );
} finally {
  rmSync(made, { recursive: true, force: true });
}
