import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Testing } from "cdktf";
import * as fc from "fast-check";
import { destinationTypes } from "../../destinations";
import { EventStreamStack } from "../../stacks/event-stream";
import { environments } from "./support/environments";
import { mended } from "./support/mended";
import { eventually, TIMEOUT_MILLISECONDS } from "./support/runs";
import { withSlip } from "./support/slips";
import { faultsOf } from "./support/terraform";
import { type Written, written } from "./support/written";

const outdir = mkdtempSync(join(tmpdir(), "random-"));
afterAll(() => rmSync(outdir, { recursive: true }));

const delivered = new Set<string | undefined>();

async function synthesizes({ value }: Written): Promise<void> {
  const environment = mended(value);
  fc.pre(environment !== undefined);
  for (const { destination } of Object.values(environment.rules).flatMap(({ targets }) => targets))
    delivered.add(environment.destinations[destination]?.type);

  const folders = { project: "/project", stack: "/project/cdktf.out/stacks/dev" };
  const stack = new EventStreamStack(Testing.app({ outdir }), environment, folders);

  expect(await faultsOf(Testing.synth(stack, true))).toEqual([]);
}

test(
  "makes of every model a stack that Terraform can read",
  async () => {
    await eventually(300, written(fc.oneof(environments, withSlip(environments))), synthesizes);

    // Otherwise too little was left of what was drawn.
    expect([...delivered].sort()).toEqual(destinationTypes.map(({ type }) => type));
  },
  TIMEOUT_MILLISECONDS,
);
