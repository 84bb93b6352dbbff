import { createHash } from "node:crypto";
import fc from "fast-check";
import { createHash as ownHash } from "../../playground/instead/crypto";
import { Buffer as OwnBuffer } from "../../playground/instead/globals";

const text = fc.string({ unit: "binary", maxLength: 300 });

test("what stands in for Node.js in browsers gives the same", () => {
  const lengths = [0, 55, 56, 63, 64, 65, 119, 120, 1000].map((length) => "a".repeat(length));
  const same = (input: string) => {
    expect(ownHash("sha256").update(input).digest("hex")).toBe(createHash("sha256").update(input).digest("hex"));
    expect(OwnBuffer.byteLength(input)).toBe(Buffer.byteLength(input));
    expect(OwnBuffer.from(input).toString("base64")).toBe(Buffer.from(input).toString("base64"));
  };

  for (const input of lengths) same(input);
  fc.assert(fc.property(text, same), { numRuns: 100 });
});
