import type { Adoption } from "../../operate/adopt/adopt";
import { pathText } from "../../text/issue";

/** Returns what has to be settled before the first apply: else it would replace something, fail, or send events twice. */
export function openIn({ imports, unseen, unmatched }: Adoption): string[] {
  const replaced = imports.flatMap(({ to, changes }) =>
    changes
      .filter(({ replaces }) => replaces)
      .map(({ attribute }) => `${to} would be replaced, as no apply changes ${attribute}; write what it has today`),
  );
  const notSeen = unseen.map(
    (address) =>
      `${address} could not be looked for; set the credentials of Genesys Cloud, or write manage_integration = false and organization_id`,
  );
  const named = unmatched.flatMap(({ what, write, why }) =>
    write === undefined ? [] : [`${what} ${why}; write ${pathText(write.path)} = ${JSON.stringify(write.value)}`],
  );
  return [...replaced, ...notSeen, ...named];
}
