import { commandsPage } from "./commands";
import { configurationPage } from "./configuration";
import { destinationsPage } from "./destinations";
import { eventFields } from "./event-fields";
import { findingsPage } from "./findings";
import { environmentJsonSchema } from "./json-schema";
import { messagesPage } from "./messages";
import { monitoringPage } from "./monitoring";
import { permissionsPage } from "./permissions";
import { reportJsonSchema } from "./report-schema";

/** The files that `npm run docs` writes; a test compares each with what is made here. */
export const documents: Readonly<Record<string, () => string>> = {
  "data/event-fields.json": () => eventFields("data"),
  "docs/commands.md": commandsPage,
  "docs/configuration.md": configurationPage,
  "docs/destinations.md": destinationsPage,
  "docs/findings.md": findingsPage,
  "docs/messages.md": messagesPage,
  "docs/monitoring.md": monitoringPage,
  "docs/permissions.md": permissionsPage,
  "docs/report.schema.json": reportJsonSchema,
  "environments/environment.schema.json": environmentJsonSchema,
};
