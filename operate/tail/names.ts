import { readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { RULE_NAME_LENGTH } from "../../aws/limits";
import { cut } from "../../aws/names";
import { isRunning, markOf } from "../../files/processes";

/** A run of `tail`, as the names of what it makes say it. */
export interface Run {
  /** The name of its rules and of its queue. */
  readonly name: string;
  /** The moment from which nobody needs them. */
  readonly expires: Date;
  readonly machine: string;
  readonly process: number;
}

/** `-tail-`, a moment, a machine and a process. */
const REST_LENGTH = 38;

/** Returns the beginning of the names of all that `tail` makes for an environment. */
export function tailPrefix(environment: string): string {
  return `${cut(environment, RULE_NAME_LENGTH - REST_LENGTH)}-tail-`;
}

/** Returns a run of this process. */
export function newRun(environment: string, expires: Date): Run {
  const moment = expires.toISOString().replace(/[-:]|\.\d+/g, "");
  const name = `${tailPrefix(environment)}${moment}-${thisMachine()}-${process.pid.toString(36)}`;
  return { name, expires, machine: thisMachine(), process: process.pid };
}

const REST = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-([0-9a-f]{8})-([0-9a-z]{1,6})$/;

/** Returns the run that a name is of; undefined for every other name, so that nothing of anybody else's is taken for one. */
export function runOf(environment: string, name: string): Run | undefined {
  const prefix = tailPrefix(environment);
  if (!name.startsWith(prefix)) return undefined;
  const [all, year, month, day, hour, minute, second, machine = "", process = ""] =
    REST.exec(name.slice(prefix.length)) ?? [];
  if (all === undefined) return undefined;
  const expires = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(expires.getTime())
    ? undefined
    : { name, expires, machine, process: Number.parseInt(process, 36) };
}

/** Returns whether a name is of something that `tail` made for a while, which belongs to no stack. */
export function isTails(environment: string, name: string): boolean {
  return runOf(environment, name) !== undefined;
}

/**
 * Returns whether a run has ended without taking away what it made: its time is over, or it was on this machine and its process is not
 * there. Anybody else's may still run.
 */
export function hasEnded({ expires, machine, process: id }: Run, now: Date): boolean {
  if (expires <= now) return true;
  return machine === thisMachine() && id !== process.pid && !isRunning(id);
}

/** Containers may have one name and processes of their own: those that see the same processes are one machine. */
function thisMachine(): string {
  let processes = "";
  try {
    processes = readlinkSync("/proc/self/ns/pid");
  } catch {
    // Linux alone has it.
  }
  return markOf(hostname() + processes);
}
