import { parseEnvironment } from "../../config/environment";
import { committedEnvironments } from "../support/committed";
import { misshapen, sampleEvents } from "./support";

const samples = sampleEvents().map(({ event }) => event);
const environments = committedEnvironments().flatMap((one) => parseEnvironment(one).environment ?? []);
/** Those of the most topics take longest, and are among the long tests. */
const few = environments.filter(({ name }) => !["central-bus", "conversations"].includes(name));

test.each(few.map((environment) => [environment.name, environment] as const))(
  "what trace says that the destinations of %s get is of the shape of each, by JSON Schema and by Zod",
  (_, environment) => {
    const { arrived, wrong } = misshapen(environment, samples);

    expect(wrong).toEqual([]);
    expect(arrived).toBeGreaterThan(0);
  },
);
