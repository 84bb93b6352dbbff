import type { Command } from "../command";
import { bootstrap } from "./bootstrap";
import { ci } from "./ci";

/** The commands below `init`, sorted by name: `init ci` is `commands/init/ci.ts`. No environment can be begun under such a name. */
export const subcommands: readonly Command[] = [bootstrap, ci];
