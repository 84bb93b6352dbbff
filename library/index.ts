export { EventStreamStack } from "../stacks/event-stream";
