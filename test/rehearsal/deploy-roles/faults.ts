import type { Place } from "../../../aws/names";
import type { Statement } from "../../../aws/policy";
import type { Statements } from "../../../bootstrap/statements";
import { type Needed, neededFor } from "./actions";
import type { Call } from "./calls";
import { refused, unused } from "./compare";
import { NOT_SHOWN } from "./not-shown";

/**
 * Returns what is wrong with the roles of an environment, seen by the calls that deployed it.
 *
 * @param versions the statements for the environment as it is and as it was edited, between which a role is renewed
 * @param others those of the other environments
 */
export function faults(
  calls: readonly Call[],
  place: Place,
  versions: readonly Statements[],
  others: readonly Statements[],
): string[] {
  const needed = calls.flatMap((call) => neededFor(call, place));
  const plans = versions.flatMap(({ read }) => read);
  const applies = versions.flatMap(({ read, write }) => [...read, ...write]);
  const idle = unused(applies, needed).filter((action) => NOT_SHOWN[action] === undefined);
  const changing = needed.filter(({ planned, action }) => !planned && !isRead(plans, action));
  const found = [
    ...needed.flatMap((one) => said("the role that applies may not", one, refused(applies, one))),
    ...needed
      .filter(({ planned }) => planned)
      .flatMap((one) => said("the role that plans may not", one, refused(plans, one))),
    ...changing
      .filter((one) => refused(plans, one) === undefined)
      .map((one) => `the role that plans may ${words(one)}`),
    ...others.flatMap(({ write }) =>
      needed
        .filter((one) => one.resource !== "*" && !isWithoutResource(write, one) && refused(write, one) === undefined)
        .map((one) => `the role of another environment may ${words(one)}`),
    ),
    ...idle.map((action) => `${action} is held, and no call needed it`),
  ];
  return [...new Set(found)];
}

function said(who: string, one: Needed, why: string | undefined): string[] {
  return why === undefined ? [] : [`${who} ${words(one)}: ${why}`];
}

const words = ({ action, resource }: Needed) => `${action} on ${resource}`;

function isRead(statements: readonly Statement[], action: string): boolean {
  return statements.some(({ Action }) => [Action].flat().includes(action));
}

/** Whether AWS gives the action no resource, so that nobody can be kept to his own. */
function isWithoutResource(statements: readonly Statement[], { action }: Needed): boolean {
  return statements.some(
    ({ Action, Resource }) => [Action].flat().includes(action) && [Resource ?? []].flat().includes("*"),
  );
}
