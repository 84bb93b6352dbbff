import type { Command } from "./command";

/** Returns the command with the words that are left for it, or the one below it that the first word names. */
export function addressed(command: Command, args: readonly string[]): [Command, readonly string[]] {
  const below = command.subcommands?.find(({ name }) => name === args[0]);
  return below === undefined
    ? [command, args]
    : addressed({ ...below, name: `${command.name} ${below.name}` }, args.slice(1));
}
