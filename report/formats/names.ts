export const reportFormatNames = ["html", "json", "markdown"] as const;
export type ReportFormatName = (typeof reportFormatNames)[number];
