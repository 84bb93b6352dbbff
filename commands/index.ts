import { adopt } from "./adopt";
import { backfill } from "./backfill";
import { bridge } from "./bridge";
import { check } from "./check";
import type { Command } from "./command";
import { completion } from "./completion";
import { conversations } from "./conversations";
import { event } from "./event";
import { init } from "./init";
import { playground } from "./playground";
import { redrive } from "./redrive";
import { replay } from "./replay";
import { report } from "./report";
import { status } from "./status";
import { synth } from "./synth";
import { tail } from "./tail";
import { testEventPattern } from "./test-event-pattern";
import { topics } from "./topics";
import { trace } from "./trace";
import { usage } from "./usage";

/** Every command of the program, sorted by name. */
export const commands: readonly Command[] = [
  adopt,
  backfill,
  bridge,
  check,
  completion,
  conversations,
  event,
  init,
  playground,
  redrive,
  replay,
  report,
  status,
  synth,
  tail,
  testEventPattern,
  topics,
  trace,
  usage,
];
