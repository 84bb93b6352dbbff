// `node bin/run.cjs bench/check.ts`: how check grows with the rules of one bus, by what their patterns have in common.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTurns, run } from "./measure";
import { times } from "./table";

const SIZES = [2000, 20_000];
const TURNS = 3;

/** Returns the text that the rule of a number asks of the body. */
const bodies: Readonly<Record<string, (index: number) => object>> = {
  "a value of its own each": (index) => ({ id: [`x${index}`] }),
  "one field in common": (index) => ({ action: ["Delete"], id: [`x${index}`] }),
  "some values in common": (index) => ({ action: ["Create", "Update", `v${index}`] }),
  "beginnings beside texts": (index) => ({ id: [index % 2 === 0 ? `x${index}` : { prefix: `p${index}-` }] }),
  "ranges beside numbers": (index) => ({ n: [index % 2 === 0 ? index : { numeric: [">", 1e6 - index] }] }),
};

const project = process.env.GENESYS_EVENTBRIDGE_PROJECT ?? process.cwd();
const folder = mkdtempSync(join(tmpdir(), "genesys-eventbridge-bench-"));
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const files = Object.entries(bodies).flatMap(([, body], shape) =>
    SIZES.map((size) => {
      const path = join(folder, `shape-${shape}-${size}.tfvars.json`);
      writeFileSync(path, JSON.stringify(environment(size, body)));
      return path;
    }),
  );
  const program = join(project, "bin", "genesys-eventbridge.cjs");
  const measured = inTurns(
    files.map((path) => ({ args: [program, "check", path], turns: TURNS })),
    run,
  );
  say(`check of ${SIZES[1]} rules of one bus, as times of ${SIZES[0]}   (aim: each at most 10x)\n`);
  for (const [shape, name] of Object.keys(bodies).entries()) {
    const [small, large] = measured.slice(shape * SIZES.length);
    say(`${times(large, small).padStart(7)}  ${name}`);
  }
  say("");
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function environment(size: number, body: (index: number) => object) {
  const rule = (index: number) => ({
    stream: "audit",
    targets: ["queue"],
    pattern: { detail: { eventBody: body(index) } },
  });
  return {
    aws_account_id: "123456789012",
    aws_region: "us-east-1",
    streams: {
      audit: { event_source_suffix: "audit", topic_filters: ["v2.audits.entitytype.{id}.entityid.{id}"] },
    },
    rules: Object.fromEntries(Array.from({ length: size }, (_, index) => [`r${index}`, rule(index)])),
    destinations: { queue: { type: "sqs" } },
  };
}
