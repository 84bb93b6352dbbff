import { root } from "../../support/committed";
import { genesysEventbridge } from "../support";

test("finds topics, and says by its exit code where there is none", async () => {
  const { code, stdout } = await genesysEventbridge(["topics", "v2.users.{id}.presence", "--json"], { cwd: root });

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ topic: "v2.users.{id}.presence", event_bridge: "confirmed" }]);
  expect(await genesysEventbridge(["topics", "nothingofthekind"], { cwd: root })).toMatchObject({
    code: 1,
    stdout: "",
  });
});
