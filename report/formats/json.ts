import type { ReportFormat } from "./format";

/** The format for other programs; docs/reference/report.schema.json is its schema. */
export const json: ReportFormat = (report) => JSON.stringify(report, null, 2);
