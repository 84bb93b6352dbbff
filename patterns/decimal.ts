/** A number as digits without zeros at either end, and the power of ten of the last one. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

export function decimal(written: string): Decimal {
  const [mantissa = "", power = "0"] = written.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const digits = `${whole}${fraction}`.replace(/^-?0*/, "");
  const kept = digits.replace(/0+$/, "");
  return { digits: kept, exponent: kept === "" ? 0 : Number(power) - fraction.length + digits.length - kept.length };
}

/** Returns whether a double has exactly the value that was written, as far as its shortest spelling shows. */
export function isKept(written: string): boolean {
  const value = Number(written);
  if (!Number.isFinite(value)) return false;
  const [before, after] = [decimal(written), decimal(String(value))];
  return before.digits === after.digits && before.exponent === after.exponent;
}
