export type { Environment } from "./environment";
export {
  type DeadLetterQueue,
  type EventBus,
  EventStreamStack,
  type EventStreamStackOptions,
} from "./event-stream-stack";
export { EnvironmentError, type Issue } from "./issue";
export { parseEnvironment, readEnvironment, readEnvironments } from "./read";
