import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Testing } from "cdktf";
import * as fc from "fast-check";
import { EventStreamStack } from "../../stacks/event-stream";
import { environments } from "./support/environments";
import { mended } from "./support/mended";
import { eventually, TIMEOUT_MILLISECONDS } from "./support/runs";
import { withSlip } from "./support/slips";
import { faultsOf } from "./support/terraform";
import { type Written, written } from "./support/written";

const outdir = mkdtempSync(join(tmpdir(), "random-"));
afterAll(() => rmSync(outdir, { recursive: true }));

async function synthesizes({ value }: Written): Promise<void> {
  const environment = mended(value);
  fc.pre(environment !== undefined);

  const folders = { project: "/project", stack: "/project/cdktf.out/stacks/dev" };
  const stack = new EventStreamStack(Testing.app({ outdir }), environment, folders);

  expect(await faultsOf(Testing.synth(stack, true))).toEqual([]);
}

test(
  "makes of every model a stack that Terraform can read",
  () => eventually(300, written(fc.oneof(environments, withSlip(environments))), synthesizes),
  TIMEOUT_MILLISECONDS,
);
