import { joined } from "../../text/words";
import { covers } from "../text/glob";
import { isMet } from "./conditions";
import type { Request } from "./request";
import type { ConditionTest, Statement } from "./statement";

/**
 * Says why policies do not let a request in.
 *
 * @returns undefined where they do, or may do: what nobody knows before the request is made counts for it
 */
export function refusal(statements: readonly Statement[], request: Request): string | undefined {
  const denied = statements.find((statement) => statement.effect === "Deny" && denies(statement, request));
  if (denied !== undefined) return `a Deny statement${sidOf(denied)} keeps ${request.service ?? "the role"} out`;
  const obstacles = statements.flatMap((statement) =>
    statement.effect === "Allow" ? obstacle(statement, request) : [],
  );
  if (obstacles.some(({ stage }) => stage === "none")) return undefined;
  // The statement that comes nearest is the one that was meant.
  return STAGES.map((stage) => obstacles.find((one) => one.stage === stage)).find(Boolean)?.why ?? NOBODY;
}

const NOBODY = "no statement lets it";

/** Stages of how near a statement comes to allowing a request, the nearest first. */
const STAGES = ["condition", "resource", "action", "principal"] as const;

interface Obstacle {
  readonly stage: (typeof STAGES)[number] | "none";
  readonly why: string;
}

function obstacle(statement: Statement, request: Request): Obstacle {
  const { service, action, resource, conditionless, context } = request;
  if (!names(statement, request)) return { stage: "principal", why: `no statement names ${service}` };
  if (!acts(statement, action)) return { stage: "action", why: `no statement for ${service ?? "it"} has ${action}` };
  if (!isOn(statement, resource)) {
    const named = statement.inverted.includes("NotResource") ? "all but " : "";
    return {
      stage: "resource",
      why: `${action} is for ${named}${joined(statement.resources)}, and not for ${resource}`,
    };
  }
  const [first] = statement.conditions;
  if (conditionless !== undefined && first !== undefined)
    return { stage: "condition", why: `the condition on ${first.key} keeps ${service} out: ${conditionless}` };
  const unmet = statement.conditions.find((condition) => isMet(condition, context) === "no");
  return unmet === undefined ? { stage: "none", why: "" } : { stage: "condition", why: unmetWords(unmet, request) };
}

/** Returns whether a statement denies for certain: a condition that nobody can judge is given the benefit of the doubt. */
function denies(statement: Statement, request: Request): boolean {
  return (
    names(statement, request) &&
    acts(statement, request.action) &&
    request.resource !== undefined &&
    isOn(statement, request.resource) &&
    statement.conditions.every((condition) => isMet(condition, request.context) === "yes")
  );
}

function names({ principals, inverted }: Statement, { service }: Request): boolean {
  if (service === undefined) return true;
  const named = principals.some(({ kind, id }) => kind === "*" || (kind === "Service" && id === service));
  return inverted.includes("NotPrincipal") ? !named : named;
}

/** Actions are the same in capital and small letters. */
export function acts({ actions, inverted }: Statement, action: string): boolean {
  const named = actions.some((pattern) => covers(pattern.toLowerCase(), action.toLowerCase()));
  return inverted.includes("NotAction") ? !named : named;
}

/** A trust policy names no resource, as it can only be of its role. */
function isOn({ resources, inverted }: Statement, resource: string | undefined): boolean {
  if (resource === undefined || resources.length === 0) return true;
  const named = resources.some((pattern) => covers(pattern, resource));
  return inverted.includes("NotResource") ? !named : named;
}

function unmetWords({ test, key, values }: ConditionTest, { service, action, context }: Request): string {
  const carried = context.get(key.toLowerCase());
  const who = service ?? "the role";
  if (carried === null || carried === undefined)
    return `the condition ${test} on ${key} keeps ${who} out: ${action} carries no ${key}`;
  const literal = /^(?:ForA\w+:)?StringEquals/i.test(test) && values.some((value) => /[*?]/.test(value));
  const hint = literal ? `; ${test} takes * and ? as they are, unlike ArnLike` : "";
  const busless = values.includes(carried.replace(/:rule\/.*\//s, ":rule/")) ? "; the name of the bus is missing" : "";
  return `the condition ${test} on ${key} asks for ${joined(values, "or") || "nothing"}, and here it is ${carried}${hint}${busless}`;
}

function sidOf({ sid }: Statement): string {
  return sid === undefined ? "" : ` (${sid})`;
}
