import bash from "./completion.bash";
import fish from "./completion.fish";
import powershell from "./completion.ps1";
import zsh from "./completion.zsh";

/** The scripts by the shell's name. They know no command: each asks the program with the words that stand there. */
export const scripts: Readonly<Record<string, string>> = { bash, fish, powershell, zsh };
