import type { Environment } from "./model";

/** Whom alarms tell: topics directly, e-mail addresses by a topic of the stack. */
export interface Notified {
  readonly topics: readonly string[];
  readonly addresses: readonly string[];
}

export function notified({ notify }: Environment["monitoring"]): Notified {
  const isTopic = (receiver: string) => receiver.startsWith("arn:");
  return { topics: notify.filter(isTopic), addresses: notify.filter((receiver) => !isTopic(receiver)) };
}

/** Returns the e-mail addresses for which the stack makes a topic; none where nothing would notify them. */
export function topicAddresses(monitoring: Environment["monitoring"]): readonly string[] {
  return monitoring.alarms ? notified(monitoring).addresses : [];
}
