import { account } from "./account";
import { buckets } from "./buckets";
import { composed, composedDoubts } from "./composed";
import { doubts } from "./doubts";
import { existing } from "./existing";
import { kept, keptDoubts } from "./kept";
import { keys } from "./keys";
import { levels, rounds } from "./levels";
import { lost } from "./lost";
import { lostDoubts } from "./lost-doubts";
import { meant } from "./meant";
import { names } from "./names";
import { outside } from "./outside";
import { patterns } from "./patterns";
import { places } from "./places";
import { readTopics } from "./read-topics";
import { reader } from "./reader";
import { receiveEvents } from "./receive-events";
import { requestDoubts, requests } from "./requests";
import { sizeDoubts, sizes } from "./sizes";
import { slips } from "./slips";
import { subscriptionDoubts, subscriptions } from "./subscriptions";
import { targets } from "./targets";

import { topics } from "./topics";
import { writtenTopics } from "./written-topics";
import type { WrongFile } from "./wrong-file";

/** Files with an error. */
export const errors: readonly WrongFile[] = [
  ...reader,
  ...meant,
  ...levels,
  ...rounds,
  ...slips,
  ...keys,
  ...places,
  ...names,
  ...topics,
  ...readTopics,
  ...writtenTopics,
  ...receiveEvents,
  ...subscriptions,
  ...patterns,
  ...targets,
  ...kept,
  ...lost,
  ...requests,
  ...buckets,
  ...outside,
  ...account,
  ...composed,
  ...existing,
  ...sizes,
];

/** Files with a warning. */
export const warnings: readonly WrongFile[] = [
  ...lostDoubts,
  ...doubts,
  ...keptDoubts,
  ...requestDoubts,
  ...subscriptionDoubts,
  ...composedDoubts,
  ...sizeDoubts,
];

/** Files with something wrong. */
export const wrongFiles: readonly WrongFile[] = [...errors, ...warnings];
