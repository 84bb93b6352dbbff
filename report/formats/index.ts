import type { ReportFormat } from "./format";
import { page as html } from "./html";
import { json } from "./json";
import { markdown } from "./markdown";
import type { ReportFormatName } from "./names";

/** Formats of a report, by name. */
export const reportFormats = { html, json, markdown } as const satisfies Record<ReportFormatName, ReportFormat>;
