import { clientSettings } from "../https/client";
import { loadSecret } from "../https/load-secret";
import { kafkaClient } from "./client";
import { iamToken } from "./iam-token";
import type { Authentication, Settings, StoredSecret } from "./settings";
import type { Client } from "./writer";

/** Connects with what the secrets hold now. */
export async function connect(settings: Settings): Promise<Client> {
  const { cluster_arn, ca_certificate } = settings;
  const auth = settings.auth ?? (cluster_arn === undefined ? undefined : ({ type: "iam" } as const));
  const [brokers, ca, login] = await Promise.all([
    settings.brokers ?? bootstrapBrokers(cluster_arn ?? "", auth?.type ?? "iam", settings.public),
    ca_certificate === undefined ? undefined : read(ca_certificate, ["certificate"]),
    loginOf(auth),
  ]);
  // Without a login there is no TLS either, unless an authority is named for it.
  const tls = (login ?? ca) && { ...login?.tls, ...(ca && { ca: ca.certificate }) };
  const sasl = login && "sasl" in login ? login.sasl : undefined;
  return kafkaClient(settings, brokers, { ...(sasl && { sasl }), ...(tls && { tls }) });
}

const MECHANISMS = { plain: "PLAIN", scram_sha_256: "SCRAM-SHA-256", scram_sha_512: "SCRAM-SHA-512" } as const;

async function loginOf(auth: Authentication | undefined) {
  if (auth === undefined) return undefined;
  switch (auth.type) {
    case "iam":
      return { sasl: { mechanism: "OAUTHBEARER", token: () => iamToken(process.env, new Date()) }, tls: {} } as const;
    case "mtls": {
      const { certificate, privateKey, privateKeyPassword } = await read(auth.certificate, [
        "certificate",
        "privateKey",
      ]);
      const passphrase = privateKeyPassword === undefined ? {} : { passphrase: privateKeyPassword };
      return { tls: { cert: certificate, key: privateKey, ...passphrase } };
    }
    default: {
      const { username = "", password = "" } = await read(auth.credentials, ["username", "password"]);
      return { sasl: { mechanism: MECHANISMS[auth.type], username, password }, tls: {} } as const;
    }
  }
}

/** Reads a secret. What a parser says of one that is no JSON would quote it. */
async function read<Name extends string>(secret: StoredSecret, names: readonly Name[]) {
  const value = parsed(await loadSecret(secret));
  const found = Object.entries(value).flatMap(([name, text]) =>
    typeof text === "string" ? [[name, text] as const] : [],
  );
  const fields: Record<string, string> = Object.fromEntries(found);
  const missing = names.filter((name) => !Object.hasOwn(fields, name));
  if (missing.length > 0) throw new UnusableSecret(`a secret is no JSON object with ${missing.join(" and ")}`);
  return fields;
}

class UnusableSecret extends Error {
  override name = "UnusableSecret";
}

function parsed(text: string): object {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Asks an MSK cluster for the addresses where clients of this kind are let in. */
async function bootstrapBrokers(
  ClusterArn: string,
  type: Authentication["type"],
  isPublic: boolean,
): Promise<string[]> {
  const { GetBootstrapBrokersCommand, KafkaClient } = await import("@aws-sdk/client-kafka");
  const answer = await new KafkaClient(clientSettings(3_000)).send(new GetBootstrapBrokersCommand({ ClusterArn }));
  const named = {
    iam: [answer.BootstrapBrokerStringSaslIam, answer.BootstrapBrokerStringPublicSaslIam],
    mtls: [answer.BootstrapBrokerStringTls, answer.BootstrapBrokerStringPublicTls],
    scram: [answer.BootstrapBrokerStringSaslScram, answer.BootstrapBrokerStringPublicSaslScram],
  }[type === "iam" || type === "mtls" ? type : "scram"];
  const brokers = named[isPublic ? 1 : 0];
  if (brokers === undefined)
    throw new Error(`the cluster lets nobody in by ${type} ${isPublic ? "over the internet" : "in its network"}`);
  return brokers.split(",");
}
