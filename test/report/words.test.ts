import { reportFormats } from "../../report/formats";
import { environment, file } from "../support/environment";
import { reportFor } from "./report-of";

const report = reportFor(
  environment(file({ top: "monitoring = { alarms = false }", stream: "schema_discovery = true" })),
);
const { html, markdown, json } = reportFormats;

test("a finding's remediation is called so in every format", () => {
  expect(html(report, {})).toContain("<dt>Remediation</dt>");
  expect(markdown(report, {})).toContain("| why | remediation | controls |");
  expect(JSON.parse(json(report, {})).findings).toContainEqual(
    expect.objectContaining({ id: "no-alarm", remediation: expect.stringContaining("who is notified") }),
  );
});

test("a store in which no personal data is known says just that", () => {
  expect(html(report, {})).toMatch(/discovered-schemas[\s\S]*?<td[^>]*>none known<\/td>/);
  expect(markdown(report, {})).toMatch(/^\| schemas `discovered-schemas`.*\| none known \|$/m);
});
