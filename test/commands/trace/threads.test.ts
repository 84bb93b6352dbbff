import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FilePiece } from "../../../commands/trace/event-files";
import { inOrder } from "../../../commands/trace/work/in-order";
import { Threads } from "../../../commands/trace/work/threads";
import { type Done, type Wanted, Work } from "../../../commands/trace/work/work";
import { piecesOf } from "../../../trace/pieces";
import { Tracer } from "../../../trace/tracer";
import { root } from "../../support/committed";
import { environment, file } from "../../support/environment";

const sample = readFileSync(join(root, "data", "sample-events", "user-presence.json"), "utf8");
const line = JSON.stringify(JSON.parse(sample));
/** Files with all that may go wrong, each by the bytes that are read at a time. */
const FILES: readonly (readonly [name: string, text: string, size: number])[] = [
  [
    "lines.ndjson",
    [line, line, "no JSON", `${line}\r`, "", "{}", '"é"', `{"a":${"[".repeat(600)}`, line].join("\n"),
    97,
  ],
  ["mark.ndjson", `\ufeff${line}\n${line.replace("PURECLOUD", 'say \\"é\\"')}\n`, 1],
  ["list.json", `[${sample}, 7, ${sample}]`, 500],
  ["behind.json", `${line}${line}{`, 333],
  ["empty.json", "", 10],
];
const text = file();

async function* pieces(): AsyncIterable<FilePiece> {
  for (const [name, content, size] of FILES) {
    const chunks = async function* () {
      const bytes = Buffer.from(content);
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    };
    for await (const piece of piecesOf(chunks(), true)) yield { file: name, piece };
  }
}

test.each<[Wanted["as"], number]>([
  ["text", 3],
  ["summary", 2],
])("makes the same %s in threads as alone", async (as, count) => {
  const wanted: Wanted = { as, coloured: true };
  const work = new Work(new Tracer(environment(text), { exact: false }), wanted);
  const alone: Done[] = [];
  for await (const task of pieces()) alone.push(work.do(task));
  const told = {
    file: { path: "environments/dev.tfvars", name: "dev", bytes: Buffer.from(text) },
    exact: false,
    wanted,
  };

  const threads = new Threads(count, join(root, "bin", "run.cjs"), told);
  const done: Done[] = [];
  for await (const one of inOrder(pieces(), threads)) done.push(one);
  threads.end();

  expect(done).toEqual(alone);
  expect(done.length).toBeGreaterThan(10);
  expect(done.reduce((sum, { faults }) => sum + faults, 0)).toBe(6);
});

test("says in words that a thread has ended, and waits for nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "thread-"));
  const program = join(folder, "ends.cjs");
  writeFileSync(program, 'require("node:worker_threads").parentPort.once("message", () => process.exit(3));');
  const told = {
    file: { path: "environments/dev.tfvars", name: "dev", bytes: Buffer.from(text) },
    exact: false,
    wanted: { as: "text", coloured: false } as const,
  };
  const threads = new Threads(2, program, told);
  const all = async () => {
    for await (const _ of inOrder(pieces(), threads));
  };

  await expect(all()).rejects.toThrow(
    "a thread of the program ended unexpectedly (3); --threads 1 does without others",
  );
  threads.end();
  rmSync(folder, { recursive: true });
});
