import { execFileSync } from "node:child_process";
import { unzipSync } from "fflate";
import { codeHash, functionArchive, functionCode } from "../../modules/function-code";
import { root } from "../support/committed";

/** The time of ZIP files that begins all others, in local time as ZIP has it. */
const EPOCH = [1980, 0, 1] as const;

test("gives the same bytes in another process, another time zone and another folder", () => {
  const program = ["bin/run.cjs", "test/functions/print-hash.ts", "https"];
  const env = { ...process.env, TZ: "Asia/Kolkata", LANG: "de_DE.UTF-8" };

  expect(execFileSync(process.execPath, program, { cwd: root, env, encoding: "utf8" }).trim()).toBe(codeHash("https"));
});

test("holds one file, with a fixed time and no path of this machine", () => {
  const archive = functionArchive("https");
  const view = new DataView(archive.buffer, archive.byteOffset);

  expect(Object.keys(unzipSync(archive))).toEqual(["index.js"]);
  expect(view.getUint32(10, true)).toBe((((EPOCH[0] - 1980) << 25) | ((EPOCH[1] + 1) << 21) | (EPOCH[2] << 16)) >>> 0);
  expect(functionCode("https")).not.toContain(root);
});

test("is small enough to start fast, and to be read", () => {
  expect(Buffer.byteLength(functionCode("https"))).toBeLessThan(64 * 1024);
  expect(functionCode("https")).toContain("async function receive(request, means) {");
});
