import type { AlarmKind } from "../../aws/alarm-kind";
import { deadLetters } from "./dead-letters";
import { failed } from "./failed";
import { lost } from "./lost";
import { throttled } from "./throttled";

/** What is watched whatever streams and destinations are, sorted by kind; each type of those has its own besides. */
export const alarmKinds = [deadLetters, failed, lost, throttled] as const satisfies readonly AlarmKind[];
