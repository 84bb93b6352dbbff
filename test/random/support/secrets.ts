import * as fc from "fast-check";
import { changed, pathsOf } from "./changed";
import { SECRET } from "./hostile";

/** Names of keys whose text is a secret, and texts of which a part is. */
const NAMES = [
  "password",
  "client_secret",
  "api_key",
  "secret",
  "token",
  "access_key",
  "private_key",
  "AWS_SECRET_ACCESS_KEY",
];
const HEADERS = ["Authorization", "authorization", "X-Api-Key", "Proxy-Authorization"];
const URLS = [
  `https://me:${SECRET}@hooks.example.com/x`,
  `https://hooks.example.com/x?token=${SECRET}`,
  `https://hooks.example.com/x?api_key=${SECRET}&a=1`,
];

const secret: fc.Arbitrary<readonly [string, unknown]> = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => [name, SECRET] as const),
  fc.constantFrom(...NAMES).map((name) => [name, { value: SECRET }] as const),
  fc.constantFrom(...HEADERS).map((name) => ["headers", { [name]: `Bearer ${SECRET}` }] as const),
  fc.constantFrom(...URLS).map((url) => ["url", url] as const),
  fc.constantFrom(...URLS).map((url) => ["address", url] as const),
);

/** What events hold is no secret of ours, nor is what patterns look for in them. */
const OF_EVENTS = ["pattern", "template", "variables", "input"];

/** The JSON of a value with a secret somewhere among its maps. */
export function withSecret(values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const texts = fc.tuple(values, fc.nat(10_000), secret).map(([value, at, [name, held]]) => {
    const paths = pathsOf(value).filter((path) => !path.some((part) => /^\d+$/.test(part) || OF_EVENTS.includes(part)));
    const whole = changed(value, paths[at % paths.length] ?? [], (entry) => [entry, [name, held]]);
    return JSON.stringify(whole, null, 2);
  });
  // What comes later under the same name takes its place.
  return texts.filter((text) => text.includes(SECRET));
}
