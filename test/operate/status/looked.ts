import type { Environment } from "../../../config/model";
import { Aws } from "../../../operate/aws/aws";
import { Pace } from "../../../operate/aws/pace";
import type { Look } from "../../../operate/status/look";
import { withOrganization } from "../../../operate/status/organization";
import { statusOf } from "../../../operate/status/status";
import { awsServer, type Handler } from "../aws/server";
import { answers } from "./answers";
import type { Contents } from "./contents";

/** Looks at a made-up account, as the command does, and without its pace unless the pace is what is tested. */
export async function lookedAt(
  environment: Environment,
  contents: Contents,
  {
    genesys = { unasked: "no credentials" },
    others = {},
    paced = false,
    env = {},
    ...more
  }: {
    genesys?: Look["genesys"];
    others?: Record<string, Handler>;
    paced?: boolean;
    env?: Record<string, string>;
    delay?: number;
  } = {},
) {
  const server = await awsServer({ ...answers(contents), ...others }, more);
  if (!paced) jest.spyOn(Pace.prototype, "turn").mockResolvedValue();
  const before = { ...process.env };
  Object.assign(process.env, server.env);
  try {
    const account = { aws: await Aws.open(environment, env, "status") };
    const known = await withOrganization(environment, account, genesys);
    const status = await statusOf({ environment: known, account, genesys, now: new Date() });
    return { status, calls: server.calls };
  } finally {
    process.env = before;
    jest.restoreAllMocks();
    await server.close();
  }
}
