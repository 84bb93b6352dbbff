/** What EventBridge sends where what is behind it writes dead letters itself: the event, and the rule, which a dead letter names. */
export const EVENT_WITH_RULE = {
  input_paths: {},
  input_template: '{"rule":"<aws.events.rule-arn>","event":<aws.events.event.json>}',
} as const;
