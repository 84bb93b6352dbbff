import type { ReportFormat } from "./format";
import { page as html } from "./html";
import { json } from "./json";
import { markdown } from "./markdown";
import type { ReportFormatName } from "./names";

/** What a report is shown as, by name. */
export const reportFormats = { html, json, markdown } as const satisfies Record<ReportFormatName, ReportFormat>;
