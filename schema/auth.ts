import * as z from "zod";
import { CONNECTION_PARAMETERS, ENDPOINT_LENGTH } from "../aws/limits";
import { isMap } from "../text/value";
import { authText, endpointUrl, headerName, headerValue, parameter } from "./http";
import { secretSchema } from "./secret";

const SECRET = { secrets_manager: "genesys/webhook" };
const TOKEN_BODY = { grant_type: "client_credentials", scope: "events" };
const TOKEN_PARTS = ["body", "query", "headers"] as const;

const pairs = (name: z.ZodString, value: z.ZodString) =>
  z
    .record(name, value)
    .refine((pairs) => Object.keys(pairs).length <= CONNECTION_PARAMETERS, {
      error: `has too many entries, at most ${CONNECTION_PARAMETERS} allowed`,
    })
    .default({});

const clientCredentials = z
  .strictObject({
    type: z.literal("oauth_client_credentials"),
    token_url: endpointUrl.max(ENDPOINT_LENGTH).meta({
      description: "Where a token is asked for.",
      example: "https://login.acme.example/token",
    }),
    client_id: authText.meta({ description: "The client's id.", example: "genesys" }),
    client_secret: secretSchema.meta({ description: "The client's secret.", example: SECRET }),
    body: pairs(parameter, parameter).meta({
      description: "What else the body of the token request holds. One of body, query and headers is required.",
      example: TOKEN_BODY,
    }),
    query: pairs(parameter, parameter).meta({
      description: "Query parameters of the token request.",
      example: { tenant: "acme" },
    }),
    headers: pairs(headerName, headerValue).meta({
      description: "Headers of the token request.",
      example: { accept: "application/json" },
    }),
  })
  .refine((auth) => TOKEN_PARTS.some((part) => !isMap(auth[part]) || Object.keys(auth[part]).length > 0), {
    path: ["body"],
    error: `is missing: a token request needs one of ${TOKEN_PARTS.join(", ")}; write for example { grant_type = "${TOKEN_BODY.grant_type}" }`,
    // Beside other faults, so that all are reported at once.
    when: ({ value }) => isMap(value),
  })
  .meta({ description: "A token, asked for with a client's id and secret." });

export const authSchema = z
  .discriminatedUnion("type", [
    z
      .strictObject({
        type: z.literal("api_key"),
        name: headerName
          .default("x-api-key")
          .meta({ description: "The header that carries the key.", example: "x-api-key" }),
        value: secretSchema.meta({ description: "The key.", example: SECRET }),
      })
      .meta({ description: "A key in a header." }),
    z
      .strictObject({
        type: z.literal("basic"),
        username: authText.meta({ description: "The user's name.", example: "genesys" }),
        password: secretSchema.meta({ description: "The password.", example: SECRET }),
      })
      .meta({ description: "A user name and a password." }),
    clientCredentials,
  ])
  .meta({ title: "auth", description: "How requests prove who sends them." });

export type Auth = z.output<typeof authSchema>;

/** Returns the name of the header that carries the credentials. The connection's own wins over any other of that name. */
export function authHeader(auth: Auth): string {
  return auth.type === "api_key" ? auth.name : "Authorization";
}
