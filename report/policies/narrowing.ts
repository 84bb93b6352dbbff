import { arnParts } from "../../aws/arn";
import { operatorOf } from "./conditions";
import type { ConditionTest, Statement } from "./statement";

/** The form of a value that names somebody, by key in small letters. */
const NARROWING: Readonly<Record<string, (value: string) => boolean>> = {
  "aws:principalaccount": isPlain,
  "aws:principalarn": isOfSomebody,
  "aws:principalorgid": isPlain,
  "aws:principalorgpaths": isPathOfSomebody,
  "aws:sourceaccount": isPlain,
  "aws:sourcearn": isOfSomebody,
  "aws:sourceorgid": isPlain,
  "aws:sourceorgpaths": isPathOfSomebody,
  "aws:sourceowner": isPlain,
  "aws:sourcevpc": isPlain,
  "aws:sourcevpce": isPlain,
  "kms:calleraccount": isPlain,
};

/** Tests that let nobody pass but whom they name. */
const NAMING = new Set(["arnequals", "arnlike", "stringequals", "stringequalsignorecase", "stringlike"]);

/** Returns whether a condition narrows a statement to somebody. */
export function isNarrowed({ conditions }: Statement): boolean {
  return conditions.some((condition) => narrows(condition, conditions));
}

function narrows({ test, key, values }: ConditionTest, others: readonly ConditionTest[]): boolean {
  const name = key.toLowerCase();
  const names = Object.hasOwn(NARROWING, name) ? NARROWING[name] : undefined;
  const { base, negated, ifExists, set } = operatorOf(test);
  if (names === undefined || negated || !NAMING.has(base)) return false;
  // Both let a request pass that does not have the key at all, unless another condition asks for it.
  if ((ifExists || set === "all") && !others.some((other) => asksFor(other, name))) return false;
  return values.every((value) => names(value) && !isVariable(value, name));
}

function asksFor({ test, key, values }: ConditionTest, name: string): boolean {
  return (
    key.toLowerCase() === name &&
    operatorOf(test).base === "null" &&
    values.every((value) => value.toLowerCase() === "false")
  );
}

/** A request always has the value that it has. */
function isVariable(value: string, name: string): boolean {
  return value.toLowerCase().includes(`\${${name}`);
}

function isPlain(value: string): boolean {
  return value !== "" && !/[*?]/.test(withoutVariables(value));
}

/** Returns whether an ARN names somebody: by the account, or by a name that is unique in the world, as a bucket's. */
function isOfSomebody(arn: string): boolean {
  const [, , , , account, resource] = arnParts(withoutVariables(arn));
  if (account === undefined || resource === undefined) return false;
  return account === "" ? isPlain(resource.split(/[/:]/)[0] ?? "") : isPlain(account);
}

/** `o-a1b2c3d4e5/*` is how AWS writes a whole organization. */
function isPathOfSomebody(path: string): boolean {
  return isPlain(path.split("/")[0] ?? "");
}

/** `${aws:ResourceAccount}` names one account, whichever that is. */
function withoutVariables(value: string): string {
  return value.replace(/\$\{[^{}]*\}/g, "x");
}
