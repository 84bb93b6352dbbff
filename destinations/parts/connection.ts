import type { Bindings } from "../../aws/terraform";
import type { Auth } from "../../schema/auth";
import type { Secret } from "../../schema/secret";
import type { CreationContext } from "../destination-type";
import { readSecret } from "./secret";

type AuthParameters = ConstructorParameters<Bindings["CloudwatchEventConnection"]>[2]["authParameters"];
type Connected = Pick<CreationContext<unknown>, "scope" | "bindings" | "id">;

/** The parameters by which a connection proves who it is. */
export interface Authorization {
  readonly authorizationType: string;
  readonly authParameters: AuthParameters;
}

export function authorization({ scope, bindings, id }: Connected, auth: Auth): Authorization {
  const read = (secret: Secret) => readSecret(scope, bindings, id, secret);
  switch (auth.type) {
    case "api_key":
      return { authorizationType: "API_KEY", authParameters: { apiKey: { key: auth.name, value: read(auth.value) } } };
    case "basic":
      return {
        authorizationType: "BASIC",
        authParameters: { basic: { username: auth.username, password: read(auth.password) } },
      };
    case "oauth_client_credentials":
      return {
        authorizationType: "OAUTH_CLIENT_CREDENTIALS",
        authParameters: {
          oauth: {
            authorizationEndpoint: auth.token_url,
            httpMethod: "POST",
            clientParameters: { clientId: auth.client_id, clientSecret: read(auth.client_secret) },
            oauthHttpParameters: {
              body: pairs(auth.body),
              queryString: pairs(auth.query),
              header: pairs(auth.headers),
            },
          },
        },
      };
    default:
      return auth satisfies never;
  }
}

/** Returns the secret that a connection proves itself with. */
export function secretOf(auth: Auth): Secret {
  switch (auth.type) {
    case "api_key":
      return auth.value;
    case "basic":
      return auth.password;
    case "oauth_client_credentials":
      return auth.client_secret;
    default:
      return auth satisfies never;
  }
}

function pairs(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(([key, value]) => ({ key, value, isValueSecret: false }));
}
