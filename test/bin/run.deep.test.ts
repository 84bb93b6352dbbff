import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { root } from "../support/committed";
import { ownProject } from "./support";

let project: string;
beforeEach(() => {
  project = ownProject({});
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFileSync(join(project, file), text);
const run = (...args: string[]) =>
  execFileSync(process.execPath, [join(project, "bin", "run.cjs"), "app.ts", ...args], { encoding: "utf8" });
const inCache = (file: string) => join(project, "node_modules", ".cache", "genesys-eventbridge", file);
const cached = () => readdirSync(inCache(""));

/** Values with whatever CDKTF reads as a token, by all of its ways; then, how often plain text is looked at. */
const HARD_TO_RESOLVE = `
  const stack = new TerraformStack(new App(), "stack");
  const text = Token.asString({ from: "text" }), list = Token.asList(["a", text]), number = Token.asNumber({ resolve: () => 7 });
  const lazy = Lazy.stringValue({ produce: () => "later " + text });
  const value = {
    plain: ["a", "b c", "", "v2.users.{id}.presence"], [text + "-key"]: text, list, number, inText: "n " + number, lazy,
    template: "$" + "{aws_sqs_queue.one.arn}", escaped: "$$" + "{x}", percent: "%" + "{ if }", numbers: ["1e5", "-1e-7", "see", 5, 1e21],
    nested: [{ none: undefined, nil: null, off: false, empty: {} }, [undefined, text]], map: Token.asStringMap({ a: text }),
  };
  const resolved = resolve(stack, value);
  let asked = 0;
  const { forString } = TokenString;
  TokenString.forString = (...all) => (asked++, forString.apply(TokenString, all));
  resolve(stack, { plain: ["one", "two"], on: true });
  console.log(JSON.stringify({ resolved, asked }));`;

test("runs TypeScript with its arguments, and again from what it kept", () => {
  write("app.ts", "const words: string[] = process.argv.slice(2);\nconsole.log(words.join());");

  expect(run("a", "b")).toBe("a,b\n");
  const kept = cached();
  expect(run("c")).toBe("c\n");
  expect(cached()).toEqual(kept);
});

test("sees every change, also one of a file that is imported and of the same length", () => {
  write("app.ts", 'import { word } from "./word";\nconsole.log(word);');
  write("word.ts", 'export const word = "one";');
  expect(run()).toBe("one\n");

  write("word.ts", 'export const word = "two";');
  expect(run()).toBe("two\n");
  expect(run()).toBe("two\n");
  expect(cached().filter((file) => file.endsWith(".cjs"))).toHaveLength(1);
});

test("is the same program when it is kept, characters of other scripts in patterns among them", () => {
  write(
    "app.ts",
    'console.log(JSON.stringify(["\u2026", "\u{1f600}"].map((text) => /^\u2026$/i.test(text) || /^[\u{1f600}]$/u.test(text))));',
  );

  expect([run(), run(), run()]).toEqual(Array(3).fill("[true,true]\n"));
});

test("compiles nothing of what an earlier run has compiled, the first included", () => {
  write("app.ts", 'console.log(/\u2026/.source, "\u00e9");');
  const compiled = () => cached().flatMap((file) => (file.endsWith(".bin") ? [statSync(inCache(file)).ino] : []));
  run();
  const first = compiled();
  run();

  expect(first).toHaveLength(1);
  expect(compiled()).toEqual(first);
});

test("loads a module of Node.js that is seldom needed where it is needed, once", () => {
  write(
    "app.ts",
    `import { createHash } from "node:crypto";
import * as os from "node:os";
const loaded = () => [process.moduleLoadList.includes("NativeModule crypto"), os.EOL.length > 0].join();
console.log(process.argv[2] === "hash" ? [createHash("sha256").update("").digest("hex").slice(0, 4), loaded()].join() : loaded());`,
  );
  run();

  expect([run("nothing"), run("hash")]).toEqual(["false,true\n", "e3b0,true,true\n"]);
});

test("does not take what was saved while it made the bundle for what it has read", () => {
  write("app.ts", 'console.log("one");');
  // A file whose time is to come stands for one that is saved between reading and looking at its time.
  const soon = Date.now() / 1000 + 3600;
  utimesSync(join(project, "app.ts"), soon, soon);
  expect(run()).toBe("one\n");
  expect(cached().filter((file) => file.endsWith(".json"))).toEqual([]);

  const before = Date.now() / 1000 - 3600;
  utimesSync(join(project, "app.ts"), before, before);
  expect(run()).toBe("one\n");
  expect(cached().filter((file) => file.endsWith(".json"))).toEqual(["app_ts.json"]);
});

describe("the program's command line", () => {
  const cli = (...args: string[]) =>
    spawnSync(process.execPath, [join(project, "bin", "genesys-eventbridge.cjs"), ...args], { encoding: "utf8" });
  const commands = () =>
    cached().flatMap((file) => (file.endsWith(".bin") ? [file.split(".").slice(-2, -1).join()] : []));
  beforeEach(() => {
    mkdirSync(join(project, "commands"));
    write("commands/cli.ts", 'process.exitCode = process.argv[2] === "chekc" ? 2 : 0;');
  });

  test("keeps what was compiled of each command, and of none that there is not", () => {
    for (const word of ["check", "trace", "chekc", "check", "../evil"]) cli(word);

    expect(commands().sort()).toEqual(["check", "trace", process.arch].sort());
  });
});

test("leaves out CDKTF's stack traces, by whichever name it or cdktn asks for them", () => {
  for (const name of ["cdktf", "cdktn"]) {
    const lib = join("node_modules", name, "lib", "tokens", "private");
    mkdirSync(join(project, lib), { recursive: true });
    write(join(lib, "stack-trace.js"), "exports.captureStackTrace = exports.captureCreationStack = () => ['x'];");
  }
  write(
    "app.ts",
    ["cdktf", "cdktn"]
      .map((name) => `import * as ${name} from "${name}/lib/tokens/private/stack-trace.js";`)
      .concat(
        "console.log(JSON.stringify([cdktf, cdktn].map((own) => [own.captureStackTrace(), own.captureCreationStack()])));",
      )
      .join("\n"),
  );

  expect(run()).toBe("[[[],[]],[[],[]]]\n");
});

test("resolves tokens as CDKTF does, and asks it about no text that has none", () => {
  for (const name of ["cdktf", "constructs"])
    symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name), "junction");
  write(
    "app.js",
    `const { App, Lazy, TerraformStack, Token } = require("cdktf");
    const { TokenString } = require("cdktf/lib/tokens/private/encoding.js");
    const { resolve } = require("cdktf/lib/_tokens.js");
    ${HARD_TO_RESOLVE}`,
  );
  const bundled = execFileSync(process.execPath, [join(project, "bin", "run.cjs"), "app.js"], { encoding: "utf8" });
  const asItIs = execFileSync(process.execPath, ["--preserve-symlinks", join(project, "app.js")], { encoding: "utf8" });

  const [own, plain] = [bundled, asItIs].map((text) => JSON.parse(text));
  expect(own.resolved).toEqual(plain.resolved);
  expect(own.asked).toBe(0);
});

test.each(["check", "help"])("%s loads of Node.js no more than it uses", (command) => {
  const list = join(project, "list.cjs");
  writeFileSync(list, 'process.on("exit", () => console.error(JSON.stringify(process.moduleLoadList)));');
  const program = ["--require", list, join(root, "bin", "genesys-eventbridge.cjs"), command];
  spawnSync(process.execPath, program, { cwd: root });
  const { stderr } = spawnSync(process.execPath, program, { cwd: root, encoding: "utf8" });

  const [, modules = "[]"] = /^(\[.*\])$/m.exec(stderr) ?? [];
  expect(JSON.parse(modules)).toContain("NativeModule vm");
  for (const seldom of ["crypto", "child_process", "assert", "zlib", "module"]) {
    expect(JSON.parse(modules)).not.toContain(`NativeModule ${seldom}`);
  }
});

/** cdktf-cli 0.21 needs node-pty, which is not built for Node.js 24. */
const withCdktf = Number.parseInt(process.versions.node, 10) < 24 ? test : test.skip;

withCdktf(
  "writes the same bytes as the CDKTF command line",
  () => {
    const folders = ["app", "cli"].map((name) => join(project, name));
    const [app = "", cli = ""] = folders;
    execFileSync(process.execPath, [join(root, "bin", "run.cjs"), "main.ts"], {
      cwd: root,
      env: { ...process.env, CDKTF_OUTDIR: app },
    });
    const command = join(root, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");
    const { status, stderr } = spawnSync(process.execPath, [command, "synth", "--output", cli], {
      cwd: root,
      env: { ...process.env, CHECKPOINT_DISABLE: "1" },
      encoding: "utf8",
    });

    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    for (const file of ["manifest.json", "stacks/dev/cdk.tf.json", "stacks/staging/cdk.tf.json"]) {
      expect(readFileSync(join(cli, file), "utf8")).toBe(readFileSync(join(app, file), "utf8"));
    }
  },
  60_000,
);

test("keeps lines short, so that a crash of Node.js itself does not show a page of code", () => {
  const statements = Array.from({ length: 500 }, (_, index) => `console.log("statement ${index}");`);
  write("app.ts", statements.join("\n"));
  run();

  const [bundle = ""] = cached().filter((file) => file.endsWith(".cjs"));
  const lines = readFileSync(inCache(bundle), "utf8").split("\n");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(400);
});
