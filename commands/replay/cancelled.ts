import { isActive, type SeenReplay } from "../../operate/replay/account";
import type { Range } from "../../operate/replay/range";
import { chosenStream } from "../../operate/replay/stream";
import { INTERRUPTED, unconfirmed } from "../confirm";
import type { Io } from "../io";
import { timeText } from "../time";
import { follow } from "./following";
import type { ReplayInput } from "./options";
import type { Opened } from "./replayed";
import { resultJson } from "./result";

/** Cancels the replay that runs: of the range that is asked for, or else the only one of the stream's archive. */
export async function cancelled(input: ReplayInput, range: Range | undefined, opened: Opened, io: Io): Promise<number> {
  const { json = false, yes = false } = input.values;
  const { account } = opened;
  const stream = chosenStream(opened.environment, input.values.stream);
  const all = await account.replays({ EventSourceArn: stream.archiveArn });
  const running = all.filter((replay) => isActive(replay));
  const [one, other] = range === undefined ? running : running.filter((replay) => isSame(replay, range));
  if (one === undefined) {
    const line = `no replay of the stream ${stream.key} runs${range ? " of that time" : ""}; nothing was cancelled`;
    if (json) io.json(resultJson("nothing-to-cancel", undefined, undefined, line), 2);
    else io.stdout(line);
    return 0;
  }
  if (other !== undefined) {
    io.stderr(["several replays run; name one by its time:", ...running.map((replay) => `  ${textOf(replay)}`)]);
    return 1;
  }
  if (input.values["dry-run"]) {
    io.stdout(`${textOf(one)} would be cancelled`);
    return 0;
  }
  const stopped = await unconfirmed(`Cancel ${textOf(one)}?`, yes, io);
  if (stopped !== undefined) return stopped;
  await account.cancel(one.name);
  const replay = await follow(account, one.name, io);
  if (replay === undefined) {
    io.stderr(`${one.name} is being cancelled in AWS`);
    return INTERRUPTED;
  }
  const sent = replay.reached === undefined ? "nothing was sent" : `events up to ${timeText(replay.reached)} were sent`;
  const line = `${replay.name} is ${replay.state}: ${sent}`;
  if (json) io.json(resultJson("cancelled", undefined, replay, line), 2);
  else io.stdout(line);
  return 0;
}

function isSame(replay: SeenReplay, { from, to }: Range): boolean {
  return replay.from.getTime() === from.getTime() && replay.to.getTime() === to.getTime();
}

function textOf({ name, from, to }: SeenReplay): string {
  return `${name} (--from ${timeText(from)} --to ${timeText(to)})`;
}
