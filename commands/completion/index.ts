import { suggestion } from "../../text/nearest";
import type { Command, Options } from "../command";

export const shells = ["bash", "fish", "powershell", "zsh"] as const;

const options = {
  complete: {
    type: "string",
    value: "WHERE",
    choices: ["word", "next"],
    help: "for the scripts themselves: list what completes the last of the words behind --, or what may follow them",
  },
} as const satisfies Options;

export const completion: Command<typeof options> = {
  name: "completion",
  summary: "Prints a script by which a shell completes commands, options, environments, topics and files",
  positionals: "SHELL",
  offers: { values: async () => shells },
  options,
  details: `SHELL is one of ${shells.join(", ")}. The script asks the program at every Tab, and so knows the options and environments
of now. It completes the program's own name, which stands in the search path where this package is installed with npm install -g or npm link.

In bash and zsh, write into ~/.bashrc or ~/.zshrc: source <(genesys-eventbridge completion SHELL). In fish, run
genesys-eventbridge completion fish > ~/.config/fish/completions/genesys-eventbridge.fish. In PowerShell, write into $PROFILE:
genesys-eventbridge completion powershell | Out-String | Invoke-Expression.`,
  examples: [
    { args: "bash", does: "prints the script for bash" },
    { args: "--complete next -- check", does: "lists what may follow check, as the scripts ask" },
  ],
  exits: { 0: "printed" },
  more: "docs/reference/commands.md",
  async run({ values, positionals }, io) {
    if (values.complete !== undefined) {
      const { completions } = await import("./completions");
      io.stdout(await completions(positionals, values.complete === "next", io));
      return 0;
    }
    const { scripts } = await import("./scripts");
    const [shell = "", more] = positionals;
    const script = Object.hasOwn(scripts, shell) && more === undefined ? scripts[shell] : undefined;
    if (script !== undefined) {
      io.document(script.trimEnd());
      return 0;
    }
    const wrong = shell === "" ? "completion wants a SHELL" : `${more ?? shell} is no shell that is known here`;
    io.stderr(`${wrong}${suggestion(shell, shells)}; write one of ${shells.join(", ")}`);
    return 2;
  },
};
