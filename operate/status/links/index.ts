import type { Link } from "../link";
import { alarms } from "./alarms";
import { bus } from "./bus";
import { deadLetters } from "./dead-letters";
import { destinations } from "./destinations";
import { drift } from "./drift";
import { genesys } from "./genesys";
import { archives, feeders } from "./parts";
import { permissions } from "./permissions";
import { rules } from "./rules";
import { source } from "./source";
import { targets } from "./targets";
import { traffic } from "./traffic";

/** Every link, in the order in which an event passes them: of two that are broken, the first is to be mended first. */
export const links: readonly Link[] = [
  genesys,
  source,
  feeders,
  bus,
  rules,
  targets,
  destinations,
  permissions,
  traffic,
  deadLetters,
  archives,
  alarms,
  drift,
];
