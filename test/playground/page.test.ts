import { createHash } from "node:crypto";
import { playgroundScript } from "../../playground/bundle";
import { tryAnEvent } from "../../playground/page";
import { page as reportPage } from "../../report/formats/html";
import { reportFor } from "../report/report-of";
import { committedEnvironment } from "../support/every";
import { ioIn } from "../support/io";
import { pageWith, script } from "./pages";

const EVIL = "</script><script>alert(1)</script><!--<script>\u2028${x}";

test("the script is one megabyte at most, the same each time, of ASCII, and nothing of Node.js or CDKTF is in it", () => {
  expect(script.length).toBeLessThan(1_000_000);
  expect(playgroundScript(false)).toBe(script);
  expect(script).toMatch(/^[\n -~]+$/);
  expect(script).not.toMatch(/<\/script|<!--|require\(|TerraformStack/i);
  expect(script).toContain("npm run ");
});

test("its policy lets its own script and style in, by hash, and nothing else, whatever the file holds", () => {
  const page = pageWith(EVIL, EVIL);

  const hashes = (name: string) =>
    [...page.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, "g"))].map(
      ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
    );
  expect([hashes("script"), hashes("style")].map(({ length }) => length)).toEqual([1, 1]);
  expect(/Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]).toBe(
    `default-src 'none'; script-src ${hashes("script")}; style-src ${hashes("style")}; base-uri 'none'; form-action 'none'`,
  );
  expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|base|form)\b|\ssrc=|@import|url\((?!#|\$|[a-z])/);
  const [, json = ""] = /id="playground-data">([\s\S]*?)<\/script>/.exec(page) ?? [];
  expect(JSON.parse(json)).toEqual({ file: { name: EVIL, text: EVIL } });
});

test("what is printed of it is what was made, so that the hash holds on any way to a file", () => {
  const { io, stdout } = ioIn("/");

  io.document(pageWith("a\tb\u202e ##[x] ::add-mask::y"));
  const [, printed = ""] = /<script>([\s\S]*)<\/script>/.exec(stdout[0] ?? "") ?? [];
  expect(printed).toBe(script);
  const [, json = ""] = /id="playground-data">([\s\S]*?)<\/script>/.exec(stdout[0] ?? "") ?? [];
  expect(JSON.parse(json)).toMatchObject({ file: { text: "a\tb\u202e ##[x] ::add-mask::y" } });
});

test("a report's page holds no script unless it is asked for, and then that one alone", () => {
  const report = reportFor(committedEnvironment("staging"));
  const plain = reportPage(report, {});
  const interactive = reportPage(report, { interactive: tryAnEvent(script, JSON.stringify({ text: EVIL })) });

  expect(plain).not.toMatch(/<script|script-src/);
  const hash = createHash("sha256").update(script).digest("base64");
  expect(interactive).toContain(`default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'">`);
  expect(interactive.match(/<script>/g)).toHaveLength(1);
  expect(interactive).toContain('<li><a href="#try">Try an event</a></li>');
});
