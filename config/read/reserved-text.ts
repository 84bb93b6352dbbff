/**
 * Texts that CDKTF takes for placeholders of its own (cdktf 0.21, lib/tokens/token.ts): in synthesis it fails on one that it
 * did not make.
 */
const WHOLE = ["String Map Token Value", "Any Map Token Value"];
const MARKER = "{TfToken[";
/** A number within a text to CDKTF. The second part may be missing, so that a long row of digits is read once only. */
const NUMBERS = /[-|\d.+]+(e[-|\d.eE+]+)?/g;
const JSON_NUMBERS = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** The upper 16 bits of a number that stands for a placeholder: sign, exponent and the first of its digits. */
const NUMBER_BITS = 0xfdff;

/** Returns the part of a text that CDKTF would take for a placeholder; undefined where there is none. */
export function reservedText(text: string): string | undefined {
  // An event pattern may be written as JSON text, with escapes of its own.
  const plain = text.replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (plain.includes(MARKER)) return MARKER;
  return WHOLE.find((whole) => whole === plain) ?? reservedNumber(plain);
}

/** Returns the same for a name, which stands behind a hyphen in what is composed of it. */
export function reservedName(name: string): string | undefined {
  return reservedText(name) ?? reservedText(`-${name}`);
}

function reservedNumber(text: string): string | undefined {
  for (const [found, exponent] of text.matchAll(NUMBERS)) {
    if (exponent !== undefined && isPlaceholder(Number.parseFloat(found))) return found;
  }
  if (!/^\s*[{[]/.test(text)) return undefined;
  // JSON is written anew, with each number in its shortest form.
  for (const [found] of text.matchAll(JSON_NUMBERS)) if (isPlaceholder(Number(found))) return found;
  return undefined;
}

function isPlaceholder(value: number): boolean {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getUint16(0) === NUMBER_BITS;
}
