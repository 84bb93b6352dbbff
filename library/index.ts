export { addEventStreams } from "./add-event-streams";
export type { Environment } from "./environment";
export { EventStreamStack, type EventStreamStackOptions } from "./event-stream-stack";
export type { DeadLetterQueue, EventBus, EventStreams } from "./event-streams";
export { EnvironmentError, type Issue } from "./issue";
export { parseEnvironment, readEnvironment, readEnvironments } from "./read";
