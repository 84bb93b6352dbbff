/**
 * Text from a file as a terminal may get it: control characters could hide lines or do worse, and marks of direction could show
 * them in another order.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}
