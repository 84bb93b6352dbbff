/**
 * `node bin/run.cjs test/rehearsal/adopt/index.ts RIG [SHAPE …]`: for each shape in which people have made a bus with rules before, makes
 * an account of it and takes it over by the program. Fails where the first plan destroys or replaces anything, where an event is lost
 * before, during or after the apply, and where a second plan is not empty.
 */
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rehearse } from "../rig";

const [rig = "", ...wanted] = process.argv.slice(2);
const SHAPES = "test/rehearsal/adopt/shapes";
const ORGANIZATION = "3c4f9f1e-0000-4000-8000-00000000c0de";

async function main(): Promise<void> {
  for (const shape of wanted.length > 0 ? wanted : readdirSync(SHAPES)) {
    const folder = mkdtempSync(join(tmpdir(), "shape-"));
    cpSync(join(SHAPES, shape), folder, { recursive: true });
    copyFileSync("test/rehearsal/adopt/bus.tf", join(folder, "bus.tf"));
    const source = `aws.partner/genesys.com/cloud/${ORGANIZATION}/audit-dev`;
    const program = [process.execPath, "bin/run.cjs", "test/rehearsal/adopt/take-over.ts", folder];
    const args = [
      folder,
      "with",
      "--org",
      ORGANIZATION,
      "--source",
      source,
      "--function",
      "existing",
      "--",
      ...program,
    ];
    const { code, output } = await rehearse(rig, args).finally(() => rmSync(folder, { recursive: true }));
    if (code !== 0) throw new Error(`${shape} is not taken over:\n${output}`);
    const told = output.split("\n").filter((line) => line.startsWith("taken over: "));
    console.log(`${shape}: ${told.join().replace("taken over: ", "")}`);
  }
}

void main();
