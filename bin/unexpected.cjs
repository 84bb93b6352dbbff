const { existsSync, readFileSync, writeSync } = require("node:fs");
const { join } = require("node:path");

/** The exit code of a bug, as sysexits.h has it (EX_SOFTWARE); 1 and 2 say something of the user's files and words. */
const BUG = 70;
const MESSAGE_LENGTH = 200;
/** The number of functions that are named, from the one that failed outwards. */
const FRAMES = 6;

/** Ends a program on what it does not expect: in one line where the machine is the reason, otherwise as a bug. */
function endWith(error, run) {
  // Programs of the project's own developers fail by throwing, and have much to say.
  if (/^(?:bench|test)\//.test(run.entry ?? "")) {
    console.error(error);
    process.exit(1);
  }
  const reason = ofMachine(error) ?? ofInstallation(error);
  say(reason === undefined ? bugLines(error, run) : [reason]);
  process.exit(reason === undefined ? BUG : 1);
}

/** A full disk, too many open files, memory that is not given … */
function ofMachine({ syscall, code, message } = {}) {
  return syscall && code ? `stopped by the operating system: ${message}` : undefined;
}

function ofInstallation(error) {
  const missing = ["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"].includes(error?.code);
  const [unbuilt] = Array.isArray(error?.errors) ? error.errors : [];
  if (missing || unbuilt?.text?.startsWith("Could not resolve")) {
    const advice = existsSync(join(__dirname, "bundle.mjs")) ? "run npm ci" : "install genesys-eventbridge again";
    return `a package or a file of this project is missing (${unbuilt?.text ?? firstLine(error.message)}); ${advice}`;
  }
  const { file, line, column } = unbuilt?.location ?? {};
  return unbuilt?.text && file ? `${file}:${line}:${column + 1}: ${unbuilt.text}` : undefined;
}

function bugLines(error, { project, entry, args }) {
  const { version, where } = packageOf(project);
  const command = [entry, ...(/^[a-z-]+$/.test(args[0] ?? "") ? args.slice(0, 1) : [])].join(" ");
  const calls = [...String(error?.stack).matchAll(/^\s+at (?:async )?(?:new )?([\w.$<>#]+) \((?!node:)/gm)].map(
    ([, name]) => name,
  );
  return [
    "This is a bug in genesys-eventbridge: no file should bring it about.",
    `  ${described(error)}`,
    `  in ${calls.slice(0, FRAMES).join(" < ") || "a place without a name"}`,
    `  ${command}, version ${version}, Node.js ${process.version}, ${process.platform} ${process.arch}`,
    `Please report these lines ${where}, with a file that shows it and holds no secret.`,
  ];
}

/** The text of a SyntaxError quotes what could not be read, which may be anybody's data. */
function described(error) {
  if (!(error instanceof Error)) return `${typeof error} thrown`;
  return error instanceof SyntaxError ? error.name : `${error.name}: ${firstLine(error.message)}`;
}

function firstLine(text) {
  const [line = ""] = String(text).split("\n");
  return line.length > MESSAGE_LENGTH ? `${line.slice(0, MESSAGE_LENGTH)}…` : line;
}

function packageOf(project) {
  const unknown = "where you have this project from";
  try {
    const { version, bugs, repository } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    const where = bugs?.url ?? bugs ?? repository?.url ?? repository;
    return { version, where: typeof where === "string" ? `at ${where}` : unknown };
  } catch {
    return { version: "unknown", where: unknown };
  }
}

function say(lines) {
  // As in commands/printing.ts: a runner of GitHub obeys what begins with ##[.
  const printable = (line) =>
    line
      .replace(/##(?=\w*\[)/g, "\\u0023#")
      .replace(
        /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
  try {
    writeSync(2, `${lines.map(printable).join("\n")}\n`);
  } catch {
    // Nobody can be told.
  }
}

module.exports = { endWith };
