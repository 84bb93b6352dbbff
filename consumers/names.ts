/** Returns a text as names of types have it: `v2.users.{id}.presence` is UsersIdPresence. */
export function typeName(text: string): string {
  const parts = text.replace(/^v2\./, "").match(/[A-Za-z0-9]+/g) ?? [];
  const name = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
  return /^[A-Za-z]/.test(name) ? name : `Event${name}`;
}
