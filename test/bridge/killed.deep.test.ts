import { setTimeout } from "node:timers/promises";
import { gapOf } from "../../genesys/gap";
import { missing, Publisher, until, userIds } from "../operate/bridge/day";
import { NotificationServer } from "../operate/bridge/notifications";
import { root } from "../support/committed";
import { Image } from "./image";
import { TaskAccount } from "./task";

/** The image's signals are those of Unix. */
const onUnix = process.platform === "win32" ? test.skip : test;
/** More by BRIDGE_KILLS. */
const KILLS = Number(process.env.BRIDGE_KILLS ?? 8);

onUnix(
  `killed at ${KILLS} random moments, the image's program says what it has missed when it is started again`,
  async () => {
    const image = new Image(root);
    const genesys = await new NotificationServer().listen();
    genesys.users = userIds(50);
    const account = await TaskAccount.open();
    const start = () => image.run(account.variables(genesys));
    const publisher = new Publisher(genesys, genesys.users, "conversations");
    const going = { on: true };
    let bridge = start();
    const isPutting = (put = account.put.length) => until(() => account.put.length > put, 60_000);
    await until(() => account.kept.includes("seen"), 60_000);
    const publishing = (async () => {
      while (going.on) await publisher.send(5, 5);
    })();
    const kills: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      // A start takes some of it, so that some die before they have a socket.
      await setTimeout(Math.random() * 1_500);
      kills.push(Date.now());
      bridge.signal("SIGKILL");
      await bridge.ended();
      bridge = start();
    }
    await isPutting();
    await setTimeout(1_000);
    going.on = false;
    await publishing;
    bridge.signal("SIGTERM");
    expect(await bridge.ended()).toBe(0);
    genesys.close();
    await account.close();
    image.remove();

    const { events } = account;
    const gaps = events.flatMap((event) => gapOf(event) ?? []);
    const put = events.flatMap(({ detail: { eventBody } }) => (eventBody.n === undefined ? [] : [{ n: eventBody.n }]));
    const { absent, unsaid, doubled } = missing(publisher.times, put, gaps);
    expect({ unsaid, doubled }).toEqual({ unsaid: [], doubled: [] });
    expect(absent.length).toBeGreaterThan(KILLS);
    expect(new Set(gaps.map(({ reason }) => reason))).toEqual(new Set(["died"]));
    // One that died before it could say its gap leaves that to the next.
    const isSaid = (kill: number) => gaps.some(({ from, to }) => Date.parse(from) <= kill && kill <= Date.parse(to));
    expect(kills.filter((kill) => !isSaid(kill))).toEqual([]);
  },
  1_200_000,
);
