import type { Input } from "../command";
import { INTERRUPTED } from "../confirm";
import type { Io } from "../io";
import { type Asker, Cancelled } from "./asker";
import { converse } from "./conversation";
import { finish } from "./finish";
import { fromOptions, nameProblem } from "./from-options";
import { homeOf } from "./home";
import { issueOfOption } from "./judge";
import { missingFrom } from "./missing";
import type { options } from "./options";

/** Writes the file of an environment that passes `check`, with what it needs beside it; or nothing. */
export async function begin(input: Input<typeof options>, io: Io): Promise<number> {
  const { directory, yes = false, json = false, "dry-run": dryRun = false } = input.values;
  const { begun, wrong } = fromOptions(input);
  const home = homeOf(directory, io);
  const taken = begun.name === "" || wrong.length > 0 ? undefined : home.taken(begun.name);
  if (taken !== undefined) {
    io.stderr(taken);
    return 1;
  }
  const refused = home.judge.issuesSoFar(begun).filter(({ severity }) => severity === "error");
  const asks = io.asking !== undefined && !yes && !json;
  const missing = asks ? [] : missingFrom(begun);
  io.stderr([...wrong, ...refused.map((issue) => issueOfOption(issue, begun)), ...missing]);
  if (wrong.length > 0 || missing.length > 0) return 2;
  if (refused.length > 0) return 1;

  const asker = asks ? await askerOf(io) : undefined;
  const known = {
    judge: home.judge,
    env: io.env,
    nameProblem: (name: string) => nameProblem(name)[0] ?? home.taken(name),
  };
  try {
    const whole = asker === undefined ? begun : await converse(begun, asker, known);
    return await finish(whole, home, { dryRun, json, asker }, io);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    io.stderr("nothing was written");
    return INTERRUPTED;
  }
}

/** Returns who asks in the terminal. The library for it is loaded only now. */
async function askerOf({ asking }: Io): Promise<Asker | undefined> {
  return asking && (await import("./terminal")).terminalAsker(asking);
}
