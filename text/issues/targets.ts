import { either, error, issueKinds, warning } from "./kind";

/** The issues of what a target sends: input, template, variables, headers, and paths into the event. */
export const targetIssues = issueKinds({
  "option-without-effect": error(
    "The option means nothing for a destination of this type, and whoever wrote it counts on it.",
    "The target without it.",
  ),
  "input-twice": error("Both keys say what is sent instead of the event.", "One of the two."),
  "input-too-long": error("EventBridge limits the length of what a target sends instead of the event.", "Less text."),
  "input-across-accounts": error(
    "EventBridge sends whole events only to a bus of another account.",
    "The target without it, and a transformation over there.",
  ),
  "input-for-logs": error(
    "A log group takes { timestamp, message } and nothing else.",
    "fields or template, which are wrapped so.",
  ),
  "unknown-variable": error(
    "The template has a variable that variables does not define.",
    "A path for it in variables, or its right name.",
  ),
  "unused-variable": error(
    "The variable is nowhere in the template, which is most often a slip in one of the two.",
    "The variable in the template, or no variable.",
  ),
  "variable-in-name": error("EventBridge fills in nothing in the names of a JSON object.", "Variables in values only."),
  "too-many-variables": error(
    "EventBridge takes a limited number of variables for a target.",
    "Fewer variables or fields.",
  ),
  "event-within-text": error(
    "EventBridge fills in the whole event as a value only, never within a text.",
    "The event as a value of its own.",
  ),
  "not-text": either(
    "EventBridge puts an object within quotes, which makes no JSON, and delivers nothing.",
    "The path of a text or number within it, or the whole event.",
  ),
  "known-values-only": warning(
    "The object is taken apart into what is known of it; values that come later are missing.",
    "The values that are wanted, or the whole event.",
  ),
  "path-unknown": warning(
    "No known event has this path, so that nothing matches or arrives.",
    "The path that the message names, or one from a real event.",
  ),
  "path-missing": warning(
    "Some events have no value there, and those are lost.",
    "A path that all events have, such as id, or a rule of its own for the others.",
  ),
  "path-not-in-event": error(
    "The text begins with $ and is no path into the event.",
    "A path such as $.detail.eventBody.id, or text that does not begin so.",
  ),
  "path-within-text": warning(
    "EventBridge fills in a path only where it stands alone.",
    "The path alone, or plain text.",
  ),
  "header-owned": error(
    "EventBridge sets this header itself, so that yours would never arrive.",
    "Another header, or nothing.",
  ),
  "header-of-auth": error("auth sets this header, and its value wins.", "The target without it."),
  "header-twice": error(
    "The case of a header's name means nothing, so that one of the two is lost.",
    "One of the two.",
  ),
  "path-parameters": error(
    "Each * in the path of a URL needs one parameter, and each parameter a *.",
    "As many path_parameters as there are * in the path.",
  ),
});
