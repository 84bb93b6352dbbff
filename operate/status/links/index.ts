import type { Link } from "../link";
import { bus } from "./bus";
import { rules } from "./rules";
import { source } from "./source";
import { targets } from "./targets";

/** Every link, in the order in which an event passes them: of two that are broken, the first is to be mended first. */
export const links: readonly Link[] = [source, bus, rules, targets];
