import type { Body, Organization } from "./organization";
import type { Random } from "./random";

/** Detail type, topic, and what has happened. */
export type Made = readonly [type: string, topic: string, eventBody: Body];

export type Make = (random: Random, organization: Organization, milliseconds: number) => Made;
