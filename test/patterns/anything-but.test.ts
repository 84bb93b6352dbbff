import { parsePatternText } from "../../patterns/parse";

const messages = (operand: string) =>
  parsePatternText(`{"a":[{"anything-but":${operand}}]}`).faults.map(({ message }) => message);

test.each([
  ['[{"wildcard":"*View*"}]', '{"anything-but":{"wildcard":"*View*"}}'],
  ['[{"wildcard":"a*"},{"wildcard":"b*"}]', '{"anything-but":{"wildcard":["a*","b*"]}}'],
  ['[{"wildcard":["a*","b*"]}]', '{"anything-but":{"wildcard":["a*","b*"]}}'],
  ['[{"prefix":"a"}]', '{"anything-but":{"prefix":"a"}}'],
  ['[{"suffix":"a"},{"suffix":"b"}]', '{"anything-but":{"suffix":["a","b"]}}'],
  ['[{"equals-ignore-case":"a"},{"equals-ignore-case":"b"}]', '{"anything-but":{"equals-ignore-case":["a","b"]}}'],
  ['[{"prefix":"a"},{"suffix":"b*"}]', '{"anything-but":{"wildcard":["a*","*b\\\\*"]}}'],
  ['["x",{"prefix":"a"}]', '{"anything-but":{"wildcard":["x","a*"]}}'],
  ['{"prefix":"a","suffix":"b"}', '{"anything-but":{"wildcard":["a*","*b"]}}'],
  ['{"numeric":[">",5]}', '{"numeric":["<=",5]}'],
  ['{"numeric":["=",5]}', '{"anything-but":5}'],
  ['[{"numeric":[">",0,"<=",5]}]', '{"numeric":["<=",0]},{"numeric":[">",5]}'],
  ['{"exists":true}', '{"exists":false}'],
  ['[{"exists":false}]', '{"exists":true}'],
  ['{"anything-but":["x"]}', 'the value itself, as in ["x"]'],
  ["true", "false without anything-but"],
  ['[["x"]]', 'them side by side, as in {"anything-but":["x","y"]}'],
  [
    '{"prefix":{"equals-ignore-case":"x"}}',
    '{"anything-but":{"prefix":["x","X"]}} with each form that comes, as there is none for any case',
  ],
])("says what %s was meant to be", (operand, write) => {
  expect(messages(operand)).toEqual([expect.stringMatching(/; write /)]);
  expect(messages(operand)[0]?.split("; write ")[1]).toBe(write);
});

test.each(['{"anything-but":{"wildcard":"*View*"}}', '{"numeric":["<=",0]},{"numeric":[">",5]}', '{"exists":false}'])(
  "what it offers is right: %s",
  (offered) => {
    expect(parsePatternText(`{"a":[${offered}]}`).faults).toEqual([]);
  },
);
