import type { AlarmKind } from "../alarm-kind";
import { deadLetters } from "./dead-letters";
import { failed } from "./failed";
import { lost } from "./lost";
import { silent } from "./silent";
import { throttled } from "./throttled";

/** What is watched whatever the destinations are, sorted by kind; each type of destination has its own besides. */
export const alarmKinds = [deadLetters, failed, lost, silent, throttled] as const satisfies readonly AlarmKind[];
