import { Aws } from "../../operate/aws/aws";
import { busesOf } from "../../operate/buses";
import { environment, file } from "../support/environment";
import { ACCOUNT, awsServer } from "./aws/server";

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

const ORGANIZATION = "3c4f9f1e-0000-4000-8000-00000000c0de";
const named = (organization: string, suffix = "audit") => `aws.partner/genesys.com/cloud/${organization}/${suffix}`;

/** Returns the buses of the environment where the account has these, a page each. */
async function found(text: string, ...names: readonly string[]) {
  const server = await awsServer({
    "events:ListEventBuses": ({ NextToken = 0 }) => {
      const next = Number(NextToken) + 1;
      const more = next < names.length ? { NextToken: String(next) } : {};
      return { EventBuses: names.slice(next - 1, next).map((Name) => ({ Name })), ...more };
    },
  });
  Object.assign(process.env, server.env);
  try {
    const aws = await Aws.open({ aws_account_id: ACCOUNT, aws_region: "us-east-1" }, {}, "tail");
    const [bus] = await busesOf(aws, environment(text), ["audit"]);
    return { bus: bus?.bus, source: bus?.source, calls: server.calls.length - 1 };
  } finally {
    await server.close();
  }
}

const WITHOUT = file().replace(/organization_id.*\n/, "");

test("a bus is known from the file, or else from the account's buses, whatever page it is on", async () => {
  const bus = named(ORGANIZATION);
  expect(await found(file())).toEqual({ bus, source: bus, calls: 0 });
  expect(await found(WITHOUT, "default", named("other", "audit-2"), bus)).toEqual({ bus, source: bus, calls: 3 });
});

test("says that there is no bus yet, and that there are two of which the file names none", async () => {
  await expect(found(WITHOUT, "default")).rejects.toThrow(/no bus of stream audit in account .*; deploy dev first/);
  await expect(found(WITHOUT, named(ORGANIZATION), named("b"))).rejects.toThrow(
    /2 organizations for stream audit .*: 3c4f.*, b; write organization_id/,
  );
});
