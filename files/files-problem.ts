/** The reason why files are not read or written, in one line, or in one line each. */
export class FilesProblem extends Error {
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines[0]);
    this.lines = lines;
  }
}

/** Descriptions of codes that say little. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: "you have no permission",
  ELOOP: "its symbolic links lead in a circle",
  ENAMETOOLONG: "the name is too long",
  ENOTDIR: "a part of the path is no folder",
  ENXIO: "it is a socket",
  EPERM: "you have no permission",
};

/**
 * Returns the error to throw where a file could not be read: a FilesProblem with the reason, or the error itself if it is of
 * another kind.
 */
export function readProblem(error: unknown, what: string, advice = ""): unknown {
  const code = systemCode(error) ?? zlibCode(error);
  if (code === undefined) return error;
  const words = WORDS[code] === undefined ? "" : `: ${WORDS[code]}`;
  return new FilesProblem(`${what} cannot be read (${code}${words})${advice}`);
}

/** Returns the operating system's code, such as `ENOENT` or `EACCES`; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "syscall" in error && "code" in error
    ? String(error.code)
    : undefined;
}

/** Returns zlib's code, such as `Z_DATA_ERROR`, for a file that is not quite gzip. */
function zlibCode(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return code.startsWith("Z_") ? code : undefined;
}
