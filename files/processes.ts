/** Returns eight digits for a text (FNV-1a): node:crypto takes longer to load than most of this is needed. */
export function markOf(text: string): string {
  let mark = 0x811c9dc5;
  for (const byte of Buffer.from(text)) mark = Math.imul(mark ^ byte, 0x01000193);
  return (mark >>> 0).toString(16).padStart(8, "0");
}

/** Returns whether a process of this machine still runs. */
export function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // A process of another user is one, too.
    return typeof error === "object" && error !== null && "code" in error && error.code === "EPERM";
  }
}
