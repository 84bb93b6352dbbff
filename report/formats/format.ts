import type { Report } from "../schema";

export interface FormatContext {
  /** The address where the whole report can be read, if somebody said. */
  readonly link?: string | undefined;
}

export type ReportFormat = (report: Report, context: FormatContext) => string;
