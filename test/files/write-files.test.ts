import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { writeFiles } from "../../files/write-files";

const folder = mkdtempSync(join(tmpdir(), "write-"));
afterAll(() => rmSync(folder, { recursive: true }));
const writer = { by: "--update", shown: (path: string) => basename(path) };
const write = (name: string, over = false) => ({ path: join(folder, name), text: "new", over });

test("where one cannot be written, those before it are taken back", () => {
  writeFileSync(join(folder, "taken"), "theirs");
  writeFileSync(join(folder, "list"), "old");

  expect(() => writeFiles(folder, [write("list", true), write("below/first"), write("taken")], writer)).toThrow(
    "taken is there already, and nothing was written",
  );
  expect(existsSync(join(folder, "below", "first"))).toBe(false);
  expect(readFileSync(join(folder, "list"), "utf8")).toBe("old");
  expect(readFileSync(join(folder, "taken"), "utf8")).toBe("theirs");
});

test("writes neither through a link nor in a folder that is one, unless somebody works there", () => {
  symlinkSync(folder, join(folder, "linked"), "junction");
  const path = join(folder, "linked", "file");

  expect(() => writeFiles(folder, [write("linked", true)], writer)).toThrow(
    "linked is a link; --update writes neither",
  );
  expect(() => writeFiles(join(folder, "linked"), [{ ...write(""), path }], writer)).toThrow("linked is a link");
  writeFiles(join(folder, "linked"), [{ ...write(""), path }], { ...writer, linked: true });
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("new");
});
