import { either, error, issueKinds, warning } from "./kind";

/** The form of an event pattern. */
export const patternIssues = issueKinds({
  "pattern-syntax": error(
    "The pattern is no JSON text, so that EventBridge refuses it. In an environment file, this is an `invalid-value`.",
    "JSON, as the message says.",
  ),
  "pattern-no-object": error(
    "A pattern is an object that has the form of the events. In an environment file, this is an `invalid-value`.",
    'An object such as {"detail":{"id":["x"]}}.',
  ),
  "pattern-too-deep": error(
    "Values nested so deep are a slip, and reading them could exhaust the memory.",
    "The same with fewer objects within each other.",
  ),
  "pattern-empty": error("EventBridge refuses an empty pattern.", "No pattern, to take every event."),
  "pattern-source": error(
    "The stream's own event source is added to every pattern, and a second one would replace it.",
    "The pattern without source.",
  ),
  "pattern-detail-type": error(
    "topics asks for detail-type already, and a second one would replace it.",
    "Either topics or detail-type in the pattern.",
  ),
  "pattern-long": warning(
    "EventBridge takes patterns of a limited length unless AWS raised that quota.",
    "Two rules, or a quota of AWS for more.",
  ),
  "pattern-too-long": error(
    "EventBridge takes no patterns of this length, whatever the quota.",
    "Two rules, each with a part of the values.",
  ),
  "pattern-leaf-no-list": error(
    "A field of a pattern takes a list of values, of which one must match.",
    "The value in [ ].",
  ),
  "pattern-empty-list": error("Nothing matches an empty list.", 'The values, or [{"exists":true}] for any.'),
  "pattern-empty-object": error("EventBridge refuses an empty object in a pattern.", "A field within it, or nothing."),
  "pattern-list-in-list": error("Values stand side by side in one list.", "The values without the inner list."),
  "pattern-two-operators": error("A test has one operator.", "Two tests side by side, of which one must pass."),
  "pattern-unknown-operator": error(
    "EventBridge knows no such operator and refuses the rule.",
    "The operator that the message names, or one of those that it lists.",
  ),
  "pattern-operand": error("The operator takes a value of another kind.", "What the message says."),
  "pattern-anything-but": error(
    "anything-but takes a value, a list of values or one of a few operators.",
    "What the message says.",
  ),
  "pattern-cidr": either(
    "cidr takes an address, a / and the number of bits that count.",
    "An address range such as 10.0.0.0/8.",
  ),
  "pattern-numeric": either(
    "numeric takes one or two comparisons, with numbers that EventBridge can keep.",
    'A comparison such as [">",0,"<=",5].',
  ),
  "pattern-wildcard": error("EventBridge refuses this use of * or \\ in a wildcard.", "What the message says."),
  "pattern-or": error("$or takes a list of two or more objects.", 'A list such as [{"a":["x"]},{"b":["y"]}].'),
  "pattern-reserved-name": error(
    "EventBridge keeps this name to itself within $or.",
    "A rule for each branch, or the operator as the list of a field.",
  ),
  "pattern-complex": warning(
    "EventBridge limits how much work wildcards make, and this one is at the limit.",
    "Fewer wildcards or fewer * in them.",
  ),
  "pattern-too-complex": error(
    "EventBridge refuses rules whose wildcards make too much work.",
    "Fewer wildcards or fewer * in them, or two rules.",
  ),
  "pattern-too-many-alternatives": error(
    "EventBridge multiplies the branches of all $or and limits the product.",
    "Several rules with fewer branches each.",
  ),
});
