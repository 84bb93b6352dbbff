import { deflateRawSync } from "node:zlib";
import { fragmentOf, STATE_BYTES, type State, stateIn } from "../../playground/state";

const state: State = { name: "dev.tfvars", file: 'a = "ä😀\t"\r\n', event: "{}", exact: true };
const linkOf = (text: string) => `#state=1.${deflateRawSync(text).toString("base64url")}`;

test("comes back from its link whole, and is shorter there", async () => {
  const long = { ...state, file: "rules = {}\n".repeat(1000) };

  expect(await stateIn(await fragmentOf(state))).toEqual(state);
  expect(await stateIn(await fragmentOf(long))).toEqual(long);
  expect((await fragmentOf(long)).length).toBeLessThan(500);
  expect(await stateIn(`#state=0.${Buffer.from(JSON.stringify(state)).toString("base64url")}`)).toEqual(state);
});

test.each([
  ["nothing", "#state=", "cut off, or of another version"],
  ["another version", "#state=2.AAAA", "of another version"],
  ["what is no base64", "#state=1.A", "cut off, or damaged"],
  ["what is no deflate", "#state=1.AAAA", "cut off, or damaged"],
  ["the half of a state", linkOf(JSON.stringify(state)).slice(0, 60), "cut off, or damaged"],
  ["no JSON", linkOf("<script>alert(1)</script>"), "no link of a playground"],
  ["no state", linkOf("[]"), "lacks a file or an event"],
  ["null", linkOf("null"), "lacks a file or an event"],
  ["a list for a text", linkOf(JSON.stringify({ ...state, file: ["a"] })), "lacks a file or an event"],
  ["far more than it says", linkOf("a".repeat(STATE_BYTES + 1)), "more than 4 MiB"],
])("a link with %s is refused", async (_, fragment, why) => {
  await expect(stateIn(fragment)).rejects.toThrow(why);
});

test("keeps nothing of a link but what it asks for", async () => {
  expect(await stateIn(linkOf(JSON.stringify({ ...state, __proto__: 1, more: "x" })))).toEqual(state);
});
