// What it takes to get to a first synthesis: this repository, or the package that `npm pack` makes of it.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyCheckout, npm, occupied, packCheckout } from "../test/support/checkout";
import { median } from "./measure";

const TURNS = 3;
const QUIET = ["--prefer-offline", "--no-audit", "--no-fund"];
const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const made = mkdtempSync(join(tmpdir(), "genesys-eventbridge-install-"));

interface Taken {
  readonly milliseconds: number;
  readonly bytes: number;
}

function taken(folder: string, commands: readonly (readonly string[])[]): Taken {
  const begun = performance.now();
  for (const args of commands) npm(args, folder);
  const milliseconds = performance.now() - begun;
  const bytes = occupied(join(folder, "node_modules"));
  rmSync(folder, { recursive: true, force: true });
  return { milliseconds, bytes };
}

function repository(turn: number): Taken {
  const folder = join(made, `repository-${turn}`);
  copyCheckout(project, folder);
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
  const tarball = packCheckout(project, join(made, "source"));
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
