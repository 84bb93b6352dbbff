import { join } from "node:path";
import { replayPolicy } from "../../../operate/replay/policy";
import { folderWith, genesysEventbridge } from "../../bin/support";
import { environment, file } from "../../support/environment";
import { ACCOUNT, awsServer } from "../aws/server";
import { policyFaults } from "../calls-and-policy";
import { StandIn } from "./stand-in";

test("it lets through every call of a replay, of the same again and of a cancellation, and nothing else", async () => {
  const begin = Math.floor(Date.now() / 1000) - 3 * 3600;
  const events = Array.from({ length: 100 }, (_, index) => ({ id: `e${index}`, time: begin + index }));
  const standIn = new StandIn(events, ["all"], 1000);
  const server = await awsServer(standIn.handlers, { account: ACCOUNT });
  const text = file({ stream: "archive = {}" });
  const cwd = folderWith({ "environments/dev.tfvars": text });
  const calls = join(cwd, "calls");
  const env = { ...server.env, ENVIRONMENTS_DIR: "environments", GENESYS_EVENTBRIDGE_CALLS: calls };
  const run = (...args: string[]) => genesysEventbridge(["replay", "dev", ...args], { cwd, env });
  expect(await run("--from", "4h", "--yes")).toMatchObject({ code: 0 });
  expect(await run("--from", "4h", "--yes")).toMatchObject({ code: 1, stderr: expect.stringContaining("--again") });
  standIn.perSecond = 5;
  for (const replay of standIn.replays.values()) {
    replay.State = "RUNNING";
    replay.rest.push(...events);
  }
  expect(await run("--cancel", "--yes")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/is CANCELLED: events up to/),
  });
  await server.close();

  const own = environment(text);
  expect(policyFaults(calls, replayPolicy(own), own)).toEqual([]);
  expect(policyFaults(calls, replayPolicy(environment(text, "prod")), own)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^events:StartReplay on .*:archive\/dev-audit: /),
      expect.stringMatching(/^events:CancelReplay on .*:replay\/dev-audit-/),
    ]),
  );
}, 30_000);
