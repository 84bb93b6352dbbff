import { root } from "../../support/committed";
import { genesysEventbridge } from "../support";

test.each(["html", "markdown", "json"])("writes its page as %s, with CDKTF in the bundle", async (format) => {
  const ended = await genesysEventbridge(["report", "dev", "--format", format], { cwd: root });

  expect(ended).toMatchObject({ code: 0, stderr: "" });
  expect(ended.stdout).toContain("/aws/events/genesyscloud_audit_log_events");
});
