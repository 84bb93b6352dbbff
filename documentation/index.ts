import { commandsPage } from "./commands";
import { configurationPage } from "./configuration";
import { destinationsPage } from "./destinations";
import { eventFields, unseenFields } from "./event-fields";
import { findingsPage } from "./findings";
import { environmentJsonSchema } from "./json-schema";
import { messagesPage } from "./messages";
import { monitoringPage } from "./monitoring";
import { permissionsPage } from "./permissions";
import { permissionsToOperatePage } from "./permissions-to-operate";
import { reportJsonSchema } from "./report-schema";

/** The files that `npm run docs` writes; a test compares each with what is made here. */
export const documents: Readonly<Record<string, () => string>> = {
  "data/event-fields.json": () => eventFields("data"),
  "data/unseen-fields.json": () => unseenFields("data"),
  "docs/reference/commands.md": commandsPage,
  "docs/reference/configuration.md": configurationPage,
  "docs/reference/destinations.md": destinationsPage,
  "docs/reference/findings.md": findingsPage,
  "docs/reference/messages.md": messagesPage,
  "docs/reference/monitoring.md": monitoringPage,
  "docs/reference/permissions.md": permissionsPage,
  "docs/reference/permissions-to-operate.md": permissionsToOperatePage,
  "docs/reference/report.schema.json": reportJsonSchema,
  "environments/environment.schema.json": environmentJsonSchema,
};
