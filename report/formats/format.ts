import type { Report } from "../schema";
import type { Html } from "./html/html";

export interface FormatContext {
  /** The address where the whole report can be read, if somebody said. */
  readonly link?: string | undefined;
  /** What makes the page interactive; without it, the page holds no script. */
  readonly interactive?: Interactive | undefined;
}

/** A part of the page, what runs there, and the hash by which the page's policy lets only that run. */
export interface Interactive {
  readonly section: Html;
  readonly style: string;
  readonly script: Html;
  readonly hash: string;
}

export type ReportFormat = (report: Report, context: FormatContext) => string;
