/** Returns what is wrong with something of which no more than so many bytes are read. */
export function tooLargeText(bytes: number, most: number): string {
  const mib = (count: number) => `${Math.ceil(count / (1 << 20))} MiB`;
  return `is too large: ${mib(bytes)}, and at most ${mib(most)} are read`;
}
