import { isIPv4, isIPv6 } from "node:net";
import { random as seeded } from "../../bench/load/random";
import { addressBytes } from "../../patterns/operators/address";

test("reads the addresses that Node does, and nothing else", () => {
  const random = seeded(5);
  const parts = [
    "0",
    "1",
    "9",
    "00",
    "255",
    "256",
    "ff",
    "FFFF",
    "12345",
    ".",
    ".",
    ":",
    ":",
    "::",
    "1.2.3.4",
    "-",
    " ",
    "",
  ];
  const texts = Array.from({ length: 50_000 }, () => {
    const separator = random.pick(["", ".", ":"]);
    return Array.from({ length: random.int(1, 9) }, () => random.pick(parts)).join(separator);
  });

  const wrong = texts.filter(
    (text) => addressBytes(text)?.length !== (isIPv4(text) ? 4 : isIPv6(text) ? 16 : undefined),
  );

  expect(wrong).toEqual([]);
  expect(texts.filter(isIPv4).length).toBeGreaterThan(20);
  expect(texts.filter(isIPv6).length).toBeGreaterThan(500);
});

test.each([
  ["1.2.3.4", [1, 2, 3, 4]],
  ["::", new Array(16).fill(0)],
  ["2001:DB8::1", [0x20, 1, 0x0d, 0xb8, ...new Array(11).fill(0), 1]],
  ["::ffff:10.1.2.3", [...new Array(10).fill(0), 255, 255, 10, 1, 2, 3]],
  ["1:2:3:4:5:6:7::", [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 0]],
])("%s has these bytes", (text, bytes) => {
  expect(addressBytes(text)).toEqual(bytes);
});
