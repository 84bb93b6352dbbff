/** Returns the 4 bytes of an IPv4 address or the 16 of an IPv6 address; undefined where the text is neither. */
export function addressBytes(text: string): readonly number[] | undefined {
  return text.includes(":") ? ipv6Bytes(text) : ipv4Bytes(text);
}

const [DOT, ZERO, NINE] = [46, 48, 57];

/** Returns the 4 bytes. Reads letter by letter, for speed, since every value of an event may come here. */
function ipv4Bytes(text: string): number[] | undefined {
  const bytes: number[] = [];
  let byte: number | undefined;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : DOT;
    if (code === DOT) {
      if (byte === undefined) return undefined;
      bytes.push(byte);
      byte = undefined;
    } else {
      if (code < ZERO || code > NINE || byte === 0) return undefined;
      byte = (byte ?? 0) * 10 + code - ZERO;
      if (byte > 255) return undefined;
    }
  }
  return bytes.length === 4 ? bytes : undefined;
}

function ipv6Bytes(text: string): number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = [groupBytes(halves[0] ?? "", halves.length === 1), groupBytes(halves[1] ?? "", true)];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 16 - head.length - tail.length;
  // :: stands for one group of zeros at least.
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined;
  return [...head, ...new Array<number>(missing).fill(0), ...tail];
}

/** Returns the bytes of groups of up to four hex digits; the last two may be written as an IPv4 address. */
function groupBytes(half: string, isEnd: boolean): number[] | undefined {
  if (half === "") return [];
  const groups = half.split(":");
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    if (/^[\da-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
      continue;
    }
    const embedded = isEnd && index === groups.length - 1 ? ipv4Bytes(group) : undefined;
    if (embedded === undefined) return undefined;
    bytes.push(...embedded);
  }
  return bytes;
}

/** Returns whether the first bits of both are the same. */
export function sharesBits(one: readonly number[], other: readonly number[], bits: number): boolean {
  if (one.length !== other.length) return false;
  const whole = bits >> 3;
  for (let index = 0; index < whole; index++) if (one[index] !== other[index]) return false;
  const left = 8 - (bits & 7);
  return left === 8 || (one[whole] ?? 0) >> left === (other[whole] ?? 0) >> left;
}
