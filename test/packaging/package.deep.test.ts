import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { commands } from "../../commands";
import { copyCheckout, npm, occupied } from "../support/checkout";
import { root } from "../support/committed";
import { copyOfRepository, emptyFolder, installed, pack, programOf } from "./packed";

let copy: string;
let tarball: string;
let folder: string;
beforeAll(() => {
  copy = copyOfRepository();
  tarball = pack(copy);
  folder = installed(tarball);
  cpSync(join(root, "environments"), join(folder, "environments"), { recursive: true });
  cpSync(join(root, "data"), join(folder, "data"), { recursive: true });
}, 300_000);

const manifest = (at: string) => readFileSync(join(at, "package.json"), "utf8");
const program = () => programOf(folder);
const run = (args: readonly string[], { cwd = folder, env = {} } = {}) =>
  spawnSync(process.execPath, [program(), ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: emptyFolder(), ...env },
    encoding: "utf8",
  });

/** Every file below, with its content. */
function contents(below: string): Record<string, string> {
  const files = readdirSync(below, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(below.length), readFileSync(path, "latin1")];
    }),
  );
}

describe("npm pack", () => {
  test("makes the same file of the same sources, in another folder, and leaves package.json as it was", () => {
    const again = pack(copyOfRepository());

    expect(readFileSync(again).equals(readFileSync(tarball))).toBe(true);
    expect(manifest(copy)).toBe(manifest(root));
    expect(existsSync(join(copy, "package.json.own"))).toBe(false);
  });

  test("puts package.json back where npm is killed once it has been replaced", async () => {
    const child = spawn("npm", ["pack", "--pack-destination", emptyFolder()], {
      cwd: copy,
      detached: true,
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => child.on("close", resolve));
    while (!existsSync(join(copy, "package.json.own"))) await soon();
    while (manifest(copy) === manifest(root)) await soon();
    process.kill(-(child.pid ?? fail("npm did not start")), "SIGKILL");
    await ended;
    for (let tries = 0; existsSync(join(copy, "package.json.own")) && tries < 400; tries++) await soon(100);

    expect(manifest(copy)).toBe(manifest(root));
  });

  test("repairs what a run left that was cut off, and never overwrites an edit", () => {
    const own = manifest(copy);
    const published = manifest(join(folder, "node_modules", "genesys-eventbridge"));
    writeFileSync(join(copy, "package.json.own"), own);
    writeFileSync(join(copy, "package.json"), published);
    expect(readFileSync(pack(copy)).equals(readFileSync(tarball))).toBe(true);
    expect(manifest(copy)).toBe(own);

    writeFileSync(join(copy, "package.json.own"), own);
    writeFileSync(join(copy, "package.json"), published.replace("Genesys", "Edited"));
    expect(() => pack(copy)).toThrow("package.json was changed while it was packed");
    expect(manifest(copy)).toContain("Edited");
    writeFileSync(join(copy, "package.json"), own);
  });

  test("says what to install where the packages that it is made with are not there", () => {
    const bare = emptyFolder();
    copyCheckout(root, bare);

    expect(() => npm(["pack"], bare)).toThrow("; run npm ci");
    expect(manifest(bare)).toBe(manifest(root));
  });

  test("refuses to publish the folder, whose manifest the registry would take instead of the package's", () => {
    const registry = ["--fetch-retries=0", "--registry", "http://127.0.0.1:9/", "--//127.0.0.1:9/:_authToken=x"];
    expect(() => npm(["publish", ...registry], copy)).toThrow("EPRIVATE");
  });
});

describe("the package", () => {
  test("needs no other package, and holds the licences of all that is in its bundles", () => {
    const place = join(folder, "node_modules", "genesys-eventbridge");
    const { dependencies, private: kept, scripts } = JSON.parse(manifest(place));
    const notices = readFileSync(join(place, "dist", "THIRD-PARTY-NOTICES.md"), "utf8");

    expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
      "genesys-eventbridge",
    ]);
    expect([dependencies, kept, Object.keys(scripts)]).toEqual([undefined, undefined, ["prepack", "postpack"]]);
    for (const name of ["@cdktf/provider-aws", "cdktf", "constructs", "jsonc-parser", "zod"])
      expect(notices).toContain(`\n## ${name} `);
    expect(existsSync(join(place, "LICENSE"))).toBe(true);
  });

  test("with what a synthesis keeps, stays below a fiftieth of what the repository's own packages occupy, 477 MB", () => {
    const fresh = installed(tarball);
    cpSync(join(root, "environments"), join(fresh, "environments"), { recursive: true });
    const { status } = spawnSync(process.execPath, [programOf(fresh), "synth"], {
      cwd: fresh,
      env: { PATH: process.env.PATH },
    });

    expect(status).toBe(0);
    expect(occupied(join(fresh, "node_modules", ".cache"))).toBeGreaterThan(1_000_000);
    expect(occupied(join(fresh, "node_modules"))).toBeLessThan(9_550_000);
  });

  test.each(commands.map(({ name }) => name))("%s says how it is called", (name) => {
    const { status, stdout } = run([name, "--help"]);

    expect(status).toBe(0);
    expect(stdout).toContain(`usage: genesys-eventbridge ${name}`);
    expect(stdout).not.toContain("npm run");
  });

  test("checks, traces and reports", () => {
    expect(run(["check"]).status).toBe(0);
    expect(run(["topics", "presence"]).stdout).toContain("v2.users.{id}.presence");
    const traced = run(["trace", "staging", "--event", "data/sample-events/audit-queue-member-add.json"]);
    expect(traced).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("+ audit-trail matches") });
    const { version } = JSON.parse(manifest(root));
    expect(run(["report", "dev"]).stdout).toContain(`by genesys-eventbridge ${version}`);
    const page = run(["playground", "staging"]).stdout;
    const [, script = ""] = /<script>([\s\S]*return\["npx",[\s\S]*)<\/script>/.exec(page) ?? [];
    expect(page).toContain(`script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    expect(run(["report", "staging", "--interactive"]).stdout).toContain(script);
    expect(
      run(["test-event-pattern", "--event-pattern", '{"source":["a"]}', "--event", '{"source":"a"}']).stderr,
    ).not.toMatch(/bug/);
  });

  test("writes what the checkout writes", () => {
    expect(run(["synth"])).toMatchObject({ status: 0, stderr: "" });
    const out = join(copy, "cdktf.out");
    npm(["run", "synth"], copy);

    expect(contents(join(folder, "cdktf.out"))).toEqual(contents(out));
  });

  test("takes the folders that the environment names, from a folder within the project", () => {
    const project = emptyFolder();
    mkdirSync(join(project, "below"));
    writeFileSync(join(project, "cdktf.json"), "{}");
    const env = { ENVIRONMENTS_DIR: join(folder, "environments"), CDKTF_OUTDIR: "out" };
    expect(run(["synth", "dev"], { cwd: join(project, "below"), env })).toMatchObject({ status: 0, stderr: "" });

    const { terraform } = JSON.parse(
      readFileSync(join(project, "below", "out", "stacks", "dev", "cdk.tf.json"), "utf8"),
    );
    expect(terraform.backend.local.path).toBe("../../../../terraform.dev.tfstate");
  });

  test("asks AWS by the client that it comes with", () => {
    const event = "data/sample-events/audit-queue-member-add.json";
    const env = { AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b", AWS_ENDPOINT_URL: "http://127.0.0.1:9" };
    const { status, stderr } = run(["trace", "staging", "--event", event, "--live"], { env });

    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/127\.0\.0\.1:9/) });
  });

  test("says what to do where a file of it is missing", () => {
    const client = join(folder, "node_modules", "genesys-eventbridge", "dist", "program", "aws-sdk.cjs");
    renameSync(client, `${client}.gone`);
    const { status, stderr } = run([
      "trace",
      "staging",
      "--event",
      "data/sample-events/audit-queue-member-add.json",
      "--live",
    ]);
    renameSync(`${client}.gone`, client);

    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/; install genesys-eventbridge again\n$/),
    });
  });

  test("runs where neither its folder nor a home can be written, and keeps nothing in it", () => {
    const place = join(folder, "node_modules", "genesys-eventbridge");
    const before = Object.keys(contents(place));
    // The superuser may write everywhere.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "node_modules"), 0o555);
    chmodSync(place, 0o555);
    try {
      const env = { PATH: process.env.PATH, HOME: join(place, "none") };
      const { status, stderr } = spawnSync(process.execPath, [program(), "check"], { ...nobody, cwd: folder, env });
      expect({ status, stderr: stderr.toString() }).toEqual({
        status: 0,
        stderr: expect.stringMatching(/^nothing wrong/),
      });
    } finally {
      for (const each of [join(folder, "node_modules"), place]) chmodSync(each, 0o755);
    }
    expect(Object.keys(contents(place))).toEqual(before);
  });

  test("is the app of CDKTF's command line", () => {
    const app = {
      language: "typescript",
      app: "npx genesys-eventbridge synth",
      projectId: "x",
      sendCrashReports: "false",
    };
    writeFileSync(join(folder, "cdktf.json"), JSON.stringify(app));
    const cdktf = join(root, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");
    const { status, stdout } = spawnSync(process.execPath, [cdktf, "synth", "--output", "from-cli"], {
      cwd: folder,
      env: { ...process.env, CHECKPOINT_DISABLE: "1", CI: "1", NO_COLOR: "1" },
      encoding: "utf8",
    });

    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining("dev") });
    const written = contents(join(folder, "from-cli"));
    expect(written).toEqual(contents(join(copy, "cdktf.out")));
  });
});

function soon(milliseconds = 2): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
