import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { genesysServer } from "../../operate/genesys/server";
import { root } from "../../support/committed";
import { file } from "../../support/environment";
import { folderWith, genesysEventbridge } from "../support";

test("finds topics, and says by its exit code where there is none", async () => {
  const { code, stdout } = await genesysEventbridge(["topics", "v2.users.{id}.presence", "--json"], { cwd: root });

  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ topic: "v2.users.{id}.presence", event_bridge: "confirmed" }]);
  expect(await genesysEventbridge(["topics", "nothingofthekind"], { cwd: root })).toMatchObject({
    code: 1,
    stdout: "",
  });
});

const ENVIRONMENTS_DIR = "environments";
const withTopics = (list: string) => folderWith({ "environments/dev.tfvars": file().replace(/\["v2.*?\]/, list) });

test("asks the organization; what it says is listed, completed and checked against", async () => {
  const cwd = withTopics('["v2.brand.{id}.new", "v2.users.{id}.tokens"]');
  const server = await genesysServer({
    "GET /api/v2/organizations/me": [{ body: { id: "3c4f9f1e-0000-4000-8000-00000000c0de", name: "North" } }],
    "GET /api/v2/notifications/availabletopics": [
      { body: { entities: [{ id: "v2.brand.{id}.new", transports: ["All"] }] } },
    ],
  });
  const inFolder = (...args: string[]) => genesysEventbridge(args, { cwd, env: { ...server.env, ENVIRONMENTS_DIR } });

  expect((await inFolder("check")).code).toBe(1);
  expect(await inFolder("topics", "--refresh", "dev")).toMatchObject({ code: 0, stderr: "" });
  await server.close();

  const [checked, listed, offered] = await Promise.all([
    inFolder("check", "--json"),
    inFolder("topics", "brand", "--environment", "dev"),
    inFolder("completion", "--complete", "word", "--", "topics", "v2.bra"),
  ]);
  expect(checked.code).toBe(0);
  const { issues }: { issues: readonly { id: string }[] } = JSON.parse(checked.stdout);
  expect(issues.map(({ id }) => id)).toEqual(["topic-not-in-organization"]);
  expect(listed.stdout).toMatch(/^v2\.brand\.\{id\}\.new\n {2}reaches EventBridge: the organization, asked on 20/);
  expect(offered.stdout).toBe("v2.brand.{id}.new\n");

  writeFileSync(join(cwd, "environments", "dev.topics.json"), "[]");
  const broken = await inFolder("check");
  expect(broken.code).toBe(1);
  expect(broken.stdout + broken.stderr).toMatch(/^environments\/dev\.topics\.json:1:1: .*topics -- --refresh/);
}, 60_000);

test("says that nothing answers, within seconds and without the secret", async () => {
  const env = {
    ENVIRONMENTS_DIR,
    GENESYSCLOUD_GATEWAY_HOST: "127.0.0.1",
    GENESYSCLOUD_GATEWAY_PORT: "1",
    GENESYSCLOUD_OAUTHCLIENT_ID: "client",
    GENESYSCLOUD_OAUTHCLIENT_SECRET: "hidden",
  };
  const { code, stderr } = await genesysEventbridge(["topics", "--refresh", "dev"], { cwd: withTopics("[]"), env });

  expect(code).toBe(1);
  expect(stderr).toMatch(/^https:\/\/127\.0\.0\.1:1 gave no answer \(.*\); see to the network and its proxy\n$/);
  expect(stderr).not.toContain("hidden");
}, 30_000);
