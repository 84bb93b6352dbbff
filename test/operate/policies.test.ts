import { commands } from "../../commands";
import { policies } from "../../operate/policies";

test("every command that prints its policy has one, and none is anybody else's", () => {
  const printing = commands.filter(({ options }) => "policy" in options).map(({ name }) => name);
  expect(Object.keys(policies)).toEqual(printing);
});
