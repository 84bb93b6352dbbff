import { dirname, join, resolve } from "node:path";
import type { Environment } from "../../config/model";
import { FilesProblem } from "../../files/files-problem";
import { markOf } from "../../files/processes";
import { type Estimate, estimateOf } from "../../operate/backfill/estimate";
import type { StreamEnvelope } from "../../operate/backfill/event";
import { type GapSpans, gapSpans } from "../../operate/backfill/gaps";
import { kindOf } from "../../operate/backfill/kinds";
import type { Kind } from "../../operate/backfill/kinds/kind";
import { counted, type Units, unitsOf, type Wanted } from "../../operate/backfill/plan";
import type { Span } from "../../operate/backfill/span";
import { type PlannedUnit, State } from "../../operate/backfill/state";
import { busOf } from "../../operate/buses";
import type { GenesysCloud } from "../../operate/genesys/cloud";
import { organizationOf } from "../../operate/topics";
import type { Io } from "../io";
import { Progress } from "../progress";
import { askedText, chosenStream } from "./asked";
import { gapsIn } from "./gaps";
import { type BackfillInput, listed } from "./options";
import { type OutPlace, placeText } from "./place";

/** All that is known before anything is fetched. */
export interface Prepared {
  readonly stream: string;
  readonly busName: string;
  readonly envelope: StreamEnvelope;
  readonly place: OutPlace;
  readonly where: string;
  readonly state: State;
  readonly asked: string;
  /** True where a run was stopped, which goes on. */
  readonly stopped: boolean;
  /** What is left to fetch. */
  readonly units: readonly PlannedUnit[];
  readonly done: number;
  readonly notYet: Units["notYet"];
  readonly gaps: GapSpans | undefined;
  readonly estimate: Estimate;
}

/** The environment, and what the command line says of times and places. */
export interface Question {
  readonly environment: Environment;
  readonly file: string;
  readonly place: OutPlace;
  readonly limits: Partial<Span>;
  readonly kinds: readonly Kind[] | undefined;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/**
 * Returns what is to be done: what a stopped run has left, or else what is asked for.
 *
 * @throws FilesProblem where Genesys Cloud refuses, or another run was stopped and is not done
 */
export async function prepared(
  input: BackfillInput,
  question: Question,
  cloud: GenesysCloud,
  io: Io,
): Promise<Prepared> {
  const { environment, place } = question;
  const [stream, keys] = chosenStream(environment, input.values.stream, place);
  const organization = await organizationOf(cloud);
  const known = environment.organization_id;
  if (known !== undefined && known !== organization.id)
    throw new FilesProblem(
      `the credentials are of the organization ${organization.id} (${organization.name}), and the environment's organization_id is ${known}; set the credentials of that one`,
    );
  const { source, bus } = busOf(environment, stream, keys, organization.id);
  const state = new State(folderOf(input, question, stream, io));
  const asked = askedText(input);
  const all = {
    stream,
    busName: bus,
    envelope: { source, account: environment.aws_account_id, region: environment.aws_region },
    place,
    where: placeText(place, stream),
    state,
    asked,
  };
  if (state.plan !== undefined) {
    if (state.plan.asked !== asked)
      throw new FilesProblem(
        `a backfill to the same place was stopped and is not done: ${state.plan.asked}; go on with it by the same words, or remove ${state.folder} to forget it`,
      );
    const units = state.plan.units.slice(state.at.unit);
    return {
      ...all,
      stopped: true,
      units,
      done: 0,
      notYet: [],
      gaps: undefined,
      estimate: estimateOf(units, "bus" in place),
    };
  }
  const gaps = await gapsOf(input, question, source, io);
  const { units, notYet, done } = await unitsOf(
    cloud,
    wantedOf(input, question, gaps),
    input.values.again ? new Set() : state.done(),
    question.now,
  );
  const planned = await withCounts(units, cloud, question.signal, io);
  return { ...all, stopped: false, units: planned, done, notYet, gaps, estimate: estimateOf(planned, "bus" in place) };
}

/** Returns the folder of the state, which belongs to one stream and one place. */
function folderOf(
  { values: { state } }: BackfillInput,
  { environment, file, place }: Question,
  stream: string,
  io: Io,
): string {
  const where = markOf("folder" in place ? place.folder : placeText(place, stream));
  const parent = state ?? join(dirname(resolve(io.cwd, file)), ".genesys-eventbridge");
  return join(resolve(io.cwd, parent), `backfill-${environment.name}-${stream}-${where}`);
}

async function gapsOf(
  input: BackfillInput,
  { limits, kinds }: Question,
  source: string,
  io: Io,
): Promise<GapSpans | undefined> {
  if (input.values.gaps === undefined) return undefined;
  return gapSpans(await gapsIn(input.values.gaps, io), source, kinds, limits);
}

function wantedOf(
  input: BackfillInput,
  { limits: { from, to }, kinds }: Question,
  gaps: GapSpans | undefined,
): Wanted[] {
  const parts = listed(input.values.services);
  if (gaps !== undefined) return gaps.wanted.map((one) => ({ ...one, parts }));
  if (from === undefined) return [];
  return (kinds ?? [kindOf("conversations")]).map((kind) => ({ kind, spans: [{ from, ...(to && { to }) }], parts }));
}

/** Asks for the number of records of each unit. */
async function withCounts(
  units: Units["units"],
  cloud: GenesysCloud,
  signal: AbortSignal,
  io: Io,
): Promise<PlannedUnit[]> {
  const progress = new Progress(
    { total: units.length, done: (count) => `counted ${count} of ${units.length} parts` },
    io,
  );
  const planned: PlannedUnit[] = [];
  try {
    for (const unit of units) {
      if (signal.aborted) break;
      planned.push(await counted(cloud, kindOf(unit.kind), unit));
      progress.add(1);
    }
  } finally {
    progress.end();
  }
  return planned;
}
