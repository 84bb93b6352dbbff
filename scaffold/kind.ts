/** The forms of one name. */
export interface Names {
  /** `event-bridge-pipe`: of files and ids. */
  readonly kebab: string;
  /** `event_bridge_pipe`: of types in the environment file. */
  readonly snake: string;
  /** `eventBridgePipe`: in the program. */
  readonly camel: string;
}

/** A sort of thing that can be added: its files, its lines in registries, and what is left to do. */
export interface Kind {
  readonly kind: string;
  /** Returns the text of each new file, by its path. */
  files(names: Names): Readonly<Record<string, string>>;
  /** Returns the new text of each registry, by its path. */
  registries: Readonly<Record<string, (text: string, names: Names) => string>>;
  /** Returns what is left to do, a line each. */
  next(names: Names): readonly string[];
}

/** Words of the language, which cannot name a constant. */
const RESERVED =
  /^(?:arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

/** Returns the forms of a name; undefined where it is no name of small words joined by `-`, or one of the language. */
export function namesOf(name: string): Names | undefined {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || RESERVED.test(name)) return undefined;
  const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return { kebab: name, snake: name.replaceAll("-", "_"), camel };
}
