import { createHash, createHmac } from "node:crypto";

/** The variables by which Lambda tells a function of its role. */
type Credentials = Readonly<Record<string, string | undefined>>;

const SERVICE = "kafka-cluster";
const SECONDS = "900";

/**
 * Returns the token by which MSK knows an IAM role: a request to connect that is signed and never made (Signature Version 4 in the query, as
 * in AWS's aws-msk-iam-sasl-signer-js 1.0.3).
 */
export function iamToken(credentials: Credentials, now: Date): string {
  const { AWS_REGION: region = "", AWS_ACCESS_KEY_ID: id = "", AWS_SESSION_TOKEN: session } = credentials;
  const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = [time.slice(0, 8), region, SERVICE, "aws4_request"];
  const host = `kafka.${region}.amazonaws.com`;
  const query = Object.entries({
    Action: `${SERVICE}:Connect`,
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
    "X-Amz-Credential": [id, ...scope].join("/"),
    "X-Amz-Date": time,
    "X-Amz-Expires": SECONDS,
    ...(session !== undefined && { "X-Amz-Security-Token": session }),
    "X-Amz-SignedHeaders": "host",
  })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  const canonical = ["GET", "/", query, `host:${host}`, "", "host", sha256("")].join("\n");
  const text = ["AWS4-HMAC-SHA256", time, scope.join("/"), sha256(canonical)].join("\n");
  const key = scope.reduce<Buffer>(hmac, Buffer.from(`AWS4${credentials.AWS_SECRET_ACCESS_KEY}`));
  const signed = `${query}&X-Amz-Signature=${hmac(key, text).toString("hex")}&User-Agent=genesys-eventbridge`;
  return Buffer.from(`https://${host}/?${signed}`).toString("base64url");
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();
