import type { Report } from "../../schema";
import { peopleWords } from "../html/sections/stores";
import { code, prose, table } from "./text";

export function storesSection({ stores }: Report): string {
  if (stores.length === 0) return "";
  const rows = stores.map((store) => [
    `${store.kind} ${code(store.name)}`,
    prose(store.holds),
    prose(store.retention),
    prose(store.encryption),
    prose(store.readers),
    peopleWords(store),
  ]);
  const head = ["store", "what is stored", "kept", "encrypted", "readers", "personal data"];
  return `### Other stored data\n${table(head, rows)}`;
}
