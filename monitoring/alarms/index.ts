import type { AlarmKind } from "../../aws/alarm-kind";
import { codeErrors } from "./code-errors";
import { codeThrottles } from "./code-throttles";
import { deadLetters } from "./dead-letters";
import { failed } from "./failed";
import { lost } from "./lost";
import { throttled } from "./throttled";

/** The kinds of alarm for every type of stream and destination, sorted by kind; each type may add its own. */
export const alarmKinds = [
  codeErrors,
  codeThrottles,
  deadLetters,
  failed,
  lost,
  throttled,
] as const satisfies readonly AlarmKind[];
