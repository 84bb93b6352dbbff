import { BlockList, isIP } from "node:net";
import { Refusal } from "./answer";
import type { Headers } from "./envelope";
import type { Secrets } from "./secrets";
import type { Authentication, SecretPlace, Settings } from "./settings";
import { sameText, signatureFault } from "./signature";

/** Refuses whoever comes from elsewhere than the networks that may send. */
export function refuseStrangers(networks: readonly string[], address: string): void {
  if (networks.length === 0) return;
  const allowed = new BlockList();
  for (const network of networks) {
    const [base = "", bits = ""] = network.split("/");
    allowed.addSubnet(base, Number(bits), family(base));
  }
  if (isIP(address) === 0 || !allowed.check(address, family(address)))
    throw new Refusal(403, "this address may not send here");
}

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Refuses a request that does not prove who sends it. A secret that was rotated a moment ago is read once more. */
export async function refuseUnproven(
  { auth }: Pick<Settings, "auth">,
  headers: Headers,
  raw: Buffer,
  secrets: Secrets,
  now: number,
): Promise<void> {
  if (auth.type === "jwt") return; // by the API, or the function would not run
  const place = auth.type === "basic" ? auth.password : auth.secret;
  const fault = async (fresh: boolean) => faultOf(auth, headers, raw, await secrets.read(place, fresh), now);
  const first = await fault(false);
  if (first === undefined) return;
  const second = (await hasNewer(secrets, place)) ? await fault(true) : first;
  if (second !== undefined) throw new Refusal(401, "the request does not prove who sends it", second);
}

async function hasNewer(secrets: Secrets, place: SecretPlace): Promise<boolean> {
  const before = await secrets.read(place, false);
  return before !== (await secrets.read(place, true));
}

function faultOf(
  auth: Exclude<Authentication, { type: "jwt" }>,
  headers: Headers,
  raw: Buffer,
  secret: string,
  now: number,
): string | undefined {
  switch (auth.type) {
    case "hmac":
      return signatureFault(auth, headers, raw, secret, now);
    case "token": {
      const given = headers[auth.header.toLowerCase()];
      if (given === undefined) return "it has no token";
      const bare = given.replace(/^Bearer /i, "");
      return [sameText(given, secret), sameText(bare, secret)].includes(true) ? undefined : "its token is wrong";
    }
    case "basic": {
      const [, coded] = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(headers.authorization ?? "") ?? [];
      if (coded === undefined) return "it has no user name and password";
      const given = Buffer.from(coded, "base64").toString();
      return sameText(given, `${auth.username}:${secret}`) ? undefined : "its user name or password is wrong";
    }
    default:
      return auth satisfies never;
  }
}
