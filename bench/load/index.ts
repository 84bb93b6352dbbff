import { event } from "./events";
import { organization } from "./organization";
import { random } from "./random";
import { type LoadRule, rule } from "./rules";

/** Rules and events of one organization; events are the text of one each. The same seed gives the same bytes. */
export function load(counts: { readonly rules: number; readonly events: number }, seed = 1) {
  const org = organization(random(seed));
  const ruleRandom = random(seed + 1000003);
  const eventRandom = random(seed + 2000003);
  const rules: LoadRule[] = Array.from({ length: counts.rules }, (_, index) => rule(ruleRandom, org, index));
  const events = Array.from({ length: counts.events }, (_, index) => JSON.stringify(event(eventRandom, org, index)));
  return { rules, events };
}
