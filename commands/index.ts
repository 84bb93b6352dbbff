import { check } from "./check";
import type { Command } from "./command";
import { topics } from "./topics";

/** Every command of the program, sorted by name. */
export const commands: readonly Command[] = [check, topics];
