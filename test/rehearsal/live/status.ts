import { strict as assert } from "node:assert";
import type { Status } from "../../../operate/status/status";
import { genesysServer } from "../../operate/genesys/server";
import type { Answers } from "../../operate/status/organization";
import { breaks, HEALTHY } from "./breaks";
import { program } from "./program";

async function look(answers: Answers = HEALTHY): Promise<Status> {
  const { env, close } = await genesysServer(answers);
  try {
    return await program(["status", "live", "--json"], env);
  } finally {
    close();
  }
}

const isWrong = ({ verdict }: { readonly verdict: string }) => !/^(?:ok|skipped)$/.test(verdict);

/** `status` says that nothing is broken; then one link is broken at a time, here or in a stand-in for Genesys Cloud, and it names each first. */
export async function rehearseStatus(): Promise<void> {
  const whole = await look();
  assert.deepEqual(
    whole.links.flatMap(({ checks }) => checks.filter(isWrong)),
    [],
  );
  for (const { link, subject, make, organization } of breaks) {
    const mend = await make?.();
    const { first } = await look(organization);
    assert.deepEqual([first?.link, first?.subject, first?.verdict], [link, subject, "broken"], JSON.stringify(first));
    assert(first?.remedy);
    console.log(`status: ${subject}: ${first.what}`);
    await mend?.();
  }
  assert.equal((await look()).healthy, true);
  console.log(`status: nothing was broken, and of ${breaks.length} links each that was is named first`);
}
