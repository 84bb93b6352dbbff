import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { tailAccount } from "../operate/tail/account";
import { root } from "../support/committed";
import { file } from "../support/environment";
import { folderWith, genesysEventbridge } from "./support";

const BUSES = ["audit", "calls"].map(
  (suffix) => `aws.partner/genesys.com/cloud/3c4f9f1e-0000-4000-8000-00000000c0de/${suffix}`,
);
/** Two streams, so that a run makes two rules. */
const ENVIRONMENT = file({
  stream: '}\ncalls = { event_source_suffix = "calls", topic_filters = ["v2.users.{id}.presence"]',
});
const PROGRAM = join(root, "bin", "genesys-eventbridge.cjs");

type Account = Awaited<ReturnType<typeof tailAccount>>;

function start(account: Account, cwd: string) {
  const { PATH = "", HOME = "" } = process.env;
  return spawn(process.execPath, [PROGRAM, "tail", "dev", "--for", "1s"], {
    cwd,
    env: { PATH, HOME, ...account.env, ENVIRONMENTS_DIR: "environments" },
    stdio: "ignore",
  });
}

/** Runs until `kill` says that it is time, then takes the next run's word that nothing is left. */
async function killed(account: Account, kill: (end: () => void) => void) {
  const cwd = folderWith({ "environments/dev.tfvars": ENVIRONMENT });
  const child = start(account, cwd);
  kill(() => child.kill("SIGKILL"));
  const [code] = await once(child, "close");
  account.hooks.before = account.hooks.after = () => undefined;
  const left = account.things().length;
  const env = { ...account.env, ENVIRONMENTS_DIR: "environments" };
  const next = await genesysEventbridge(["tail", "dev", "--clean"], { cwd, env });
  return { wasKilled: code === null, left, next: next.code, things: account.things() };
}

/** Returns the number of calls of a run that nobody kills. */
async function callsOfRun(): Promise<number> {
  const account = await tailAccount(BUSES);
  const child = start(account, folderWith({ "environments/dev.tfvars": ENVIRONMENT }));
  await once(child, "close");
  await account.close();
  expect(account.things()).toEqual([]);
  return account.calls.length - 1; // who one is, is asked of another
}

/** Does work after work, four at a time: most of each is waiting. */
async function all<Result>(works: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  const results: Result[] = [];
  const left = [...works];
  const next = async () => {
    for (let work = left.shift(); work !== undefined; work = left.shift()) results.push(await work());
  };
  await Promise.all([next(), next(), next(), next()]);
  return results;
}

test("killed at any call, before AWS does it and after, a run leaves nothing behind after the next", async () => {
  const calls = await callsOfRun();
  const moments = Array.from({ length: calls }, (_, n) => n + 1).flatMap((wanted) =>
    (["before", "after"] as const).map((moment) => ({ wanted, moment })),
  );
  const ends = await all(
    moments.map(({ wanted, moment }) => async () => {
      const account = await tailAccount(BUSES);
      let call = 0;
      const ended = await killed(account, (end) => {
        account.hooks[moment] = () => {
          if (++call === wanted) end();
        };
      });
      await account.close();
      return { moment, wanted, ...ended };
    }),
  );

  expect(ends.filter(({ wasKilled }) => wasKilled).length).toBeGreaterThan(20);
  expect(ends.filter(({ left }) => left > 0).length).toBeGreaterThan(10);
  expect(ends.filter(({ next, things }) => next !== 0 || things.length > 0)).toEqual([]);
}, 300_000);

test("killed at twenty moments by chance, a run leaves nothing behind after the next", async () => {
  const ends = await all(
    Array.from({ length: 20 }, () => async () => {
      const account = await tailAccount(BUSES);
      const ended = await killed(account, (end) => void setTimeout(300 + Math.random() * 3000).then(end));
      await account.close();
      return ended;
    }),
  );

  expect(ends.filter(({ wasKilled }) => wasKilled).length).toBeGreaterThan(10);
  expect(ends.filter(({ next, things }) => next !== 0 || things.length > 0)).toEqual([]);
}, 300_000);
