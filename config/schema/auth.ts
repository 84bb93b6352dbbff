import * as z from "zod";
import { secretSchema } from "./secret";
import { headerName, httpsUrl } from "./text";

const pairs = z.record(z.string().min(1).max(512), z.string().max(512)).default({});
const SECRET = { secrets_manager: "genesys/webhook" };

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
        username: z.string().min(1).max(512).meta({ description: "The user's name.", example: "genesys" }),
        password: secretSchema.meta({ description: "The password.", example: SECRET }),
      })
      .meta({ description: "A user name and a password." }),
    z
      .strictObject({
        type: z.literal("oauth_client_credentials"),
        token_url: httpsUrl.meta({
          description: "Where a token is asked for.",
          example: "https://login.acme.example/token",
        }),
        client_id: z.string().min(1).max(512).meta({ description: "The client's id.", example: "genesys" }),
        client_secret: secretSchema.meta({ description: "The client's secret.", example: SECRET }),
        body: pairs.meta({
          description: "What else the body of the token request holds.",
          example: { scope: "events" },
        }),
        query: pairs.meta({ description: "Query parameters of the token request.", example: { tenant: "acme" } }),
        headers: pairs.meta({ description: "Headers of the token request.", example: { accept: "application/json" } }),
      })
      .meta({ description: "A token, asked for with a client's id and secret." }),
  ])
  .meta({ title: "auth", description: "How requests prove who sends them." });

export type Auth = z.output<typeof authSchema>;
