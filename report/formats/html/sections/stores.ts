import { KIND_WORDS } from "../../../personal-data";
import type { Report, StorePart } from "../../../schema";
import { type Html, html } from "../html";
import { code, lines, section, table } from "../parts";

/** Writes what keeps something of events beside the destinations: nobody looks for personal data there. */
export function storesSection({ stores }: Report): Html {
  if (stores.length === 0)
    return section("stores", TITLE, html`<p>Nowhere: no archive, no log, no dead-letter queue.</p>`);
  const body = table(
    "What keeps data of events, apart from the destinations",
    [
      { head: "Store", cell: (store) => lines([store.kind, code(store.name)]) },
      { head: "What is stored", cell: ({ holds }) => holds },
      { head: "Personal data", cell: peopleWords },
      { head: "Kept", cell: ({ retention }) => retention },
      { head: "Encrypted", cell: ({ encryption }) => encryption },
      { head: "Who can read it", cell: ({ readers }) => readers },
      { head: "Terraform", cell: ({ address }) => code(address) },
    ],
    stores,
  );
  return section("stores", TITLE, body);
}

const TITLE = "Other stored data";

/** Returns the kinds of personal data in a store, for the page and for Markdown. */
export function peopleWords({ carries, personal }: StorePart): string {
  if (personal === "unknown") return "not known";
  return carries.map((kind) => KIND_WORDS[kind]).join(", ") || "none known";
}
