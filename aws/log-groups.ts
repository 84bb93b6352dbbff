export function logGroupName(environment: string, name: string): string {
  return `/aws/events/${environment}/${name}`;
}

/**
 * Returns the name of the log group for EventBridge's own logs of a bus; AWS wants logs that a service delivers under this prefix.
 */
export function busLogGroupName(environment: string, stream: string): string {
  return `/aws/vendedlogs/events/${environment}/${stream}`;
}

/** Returns the name of the log group for Firehose's errors, where the Firehose console looks for it. */
export function firehoseLogGroupName(stream: string): string {
  return `/aws/kinesisfirehose/${stream}`;
}

/** Returns the name of the log group of a pipe; AWS wants logs that a service delivers under this prefix. */
export function pipeLogGroupName(environment: string, stream: string): string {
  return `/aws/vendedlogs/pipes/${environment}/${stream}`;
}

/** Returns the name of a bridge's log group. */
export function bridgeLogGroupName(environment: string, stream: string): string {
  return `/aws/ecs/${environment}/${stream}`;
}

/** Returns the name of a function's log group, where the Lambda console looks for it. */
export function functionLogGroupName(name: string): string {
  return `/aws/lambda/${name}`;
}

/** Returns the name of the log group for an API's access log; AWS wants logs that a service delivers under this prefix. */
export function apiLogGroupName(environment: string, stream: string): string {
  return `/aws/vendedlogs/apigateway/${environment}/${stream}`;
}
