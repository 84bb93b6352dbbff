import * as z from "zod";
import { authText } from "../../../schema/http";
import { secretSchema } from "../../../schema/secret";
import { httpsUrl } from "../../../schema/text";
import { signaturePrefix, soughtHeader } from "./texts";

const SECRET = { secrets_manager: "crm/webhook" };

const hmac = z
  .strictObject({
    type: z.literal("hmac"),
    algorithm: z.enum(["sha256", "sha1"]).default("sha256").meta({
      description: "The hash of the signature.",
      example: "sha256",
    }),
    header: soughtHeader.meta({
      description: "The header that carries the signature.",
      example: "X-Hub-Signature-256",
    }),
    prefix: signaturePrefix.default("").meta({
      description: "What stands in the header before the signature.",
      example: "sha256=",
    }),
    encoding: z.enum(["hex", "base64"]).default("hex").meta({
      description: "How the signature is written.",
      example: "base64",
    }),
    timestamp_header: soughtHeader.optional().meta({
      description:
        "The header with the time at which the sender signed: seconds or milliseconds since 1970, or ISO 8601. The sender then signs <time>.<body>, <time>:<body>, <time><body> or <prefix>:<time>:<body>; where it signs the body alone, the time proves nothing.",
      example: "X-Slack-Request-Timestamp",
      absent: "no time is asked for, and a request that somebody recorded can be sent again",
    }),
    tolerance_seconds: z.int().min(1).max(3600).default(300).meta({
      description: "How far that time may be from ours, in seconds.",
      example: 300,
    }),
    secret: secretSchema.meta({ description: "The secret that both sides know.", example: SECRET }),
  })
  .meta({ description: "A signature of the body by a secret that both sides know." });

const token = z
  .strictObject({
    type: z.literal("token"),
    header: soughtHeader.meta({ description: "The header that carries the token.", example: "X-Api-Key" }),
    secret: secretSchema.meta({ description: "The token.", example: SECRET }),
  })
  .meta({ description: "A text that only the sender knows, in a header." });

const basic = z
  .strictObject({
    type: z.literal("basic"),
    username: authText.meta({ description: "The user's name.", example: "crm" }),
    password: secretSchema.meta({ description: "The password.", example: SECRET }),
  })
  .meta({ description: "A user name and a password." });

const jwt = z
  .strictObject({
    type: z.literal("jwt"),
    issuer: httpsUrl.meta({ description: "Who issues the tokens.", example: "https://login.acme.example/" }),
    audience: z
      .union([z.string().min(1).max(1000), z.array(z.string().min(1).max(1000)).min(1).max(50)])
      .meta({ description: "Whom the tokens must be for: one, or a list of which one is enough.", example: "events" }),
  })
  .meta({ description: "A JSON Web Token in the header Authorization, which the API checks by itself." });

export const authSchema = z.discriminatedUnion("type", [hmac, token, basic, jwt]).meta({
  title: "https auth",
  description: "How a sender proves who it is. There is no endpoint without it.",
  example: { type: "hmac", header: "X-Hub-Signature-256", prefix: "sha256=", secret: SECRET },
});

export type EndpointAuth = z.output<typeof authSchema>;
