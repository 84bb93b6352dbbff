import { check } from "./check";
import type { Command } from "./command";
import { init } from "./init";
import { report } from "./report";
import { synth } from "./synth";
import { testEventPattern } from "./test-event-pattern";
import { topics } from "./topics";
import { trace } from "./trace";

/** Every command of the program, sorted by name. */
export const commands: readonly Command[] = [check, init, report, synth, testEventPattern, topics, trace];
