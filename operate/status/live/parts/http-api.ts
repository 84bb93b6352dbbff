import { type Place, partition } from "../../../../aws/names";
import { type Resource, text } from "../../../../report/resources/resource";
import { onceForEach } from "../../../../text/once";
import { pages } from "../../../aws/pages";
import { declaredBy, type Look } from "../../look";
import type { Account } from "../account";
import { apiGateway } from "../clients";
import type { PartReader } from "./part";

/** Every API of the account and region, as an API's id is not known by its name. */
const apisOf = onceForEach(async (account: Account) => {
  const { sdk, client } = await apiGateway(account);
  return pages(async (NextToken) => {
    const answer = await client.send(new sdk.GetApisCommand({ NextToken, MaxResults: "100" }));
    return [answer.Items, answer.NextToken];
  });
});

const named = async (account: Account, wanted: Resource) =>
  (await apisOf(account)).find(({ Name }) => Name === text(wanted, "name"));

// API Gateway's actions are the methods of requests, and its ARNs have no account (Service Authorization Reference, 2026-11).
const reading = ({ aws_region: region }: Place, ...paths: readonly string[]) =>
  [[["apigateway:GET"], paths.map((path) => `arn:${partition(region)}:apigateway:${region}::/${path}`)]] as const;

export const httpApi: PartReader = {
  permits: (place) => reading(place, "apis", "apis/*/integrations/*", "apis/*/routes", "apis/*/stages"),
  identified: {
    id: async (account, wanted) => (await named(account, wanted))?.ApiId,
    permits: (place) => reading(place, "apis"),
  },
  async read(look, wanted) {
    const found = await named(look.account, wanted);
    if (found?.ApiId === undefined) return undefined;
    const trouble = await troubleOf(look, wanted, found.ApiId);
    return { id: found.ApiId, says: found.ApiEndpoint ?? "there", resources: [], ...(trouble && { trouble }) };
  },
};

/** Returns what keeps a request from the function: no stage, no route, another one's route. */
async function troubleOf(look: Look, api: Resource, ApiId: string): Promise<string | undefined> {
  const { sdk, client } = await apiGateway(look.account);
  const declared = declaredBy(look.environment);
  const below = (type: string) =>
    declared.of(type).filter(({ references }) => references.api_id?.includes(api.address));
  const [stages, routes] = await Promise.all([
    pages(async (NextToken) => {
      const answer = await client.send(new sdk.GetStagesCommand({ ApiId, NextToken }));
      return [answer.Items, answer.NextToken];
    }),
    pages(async (NextToken) => {
      const answer = await client.send(new sdk.GetRoutesCommand({ ApiId, NextToken }));
      return [answer.Items, answer.NextToken];
    }),
  ]);
  const stage = below("aws_apigatewayv2_stage").find(
    (one) => !stages.some(({ StageName }) => StageName === text(one, "name")),
  );
  if (stage !== undefined) return `it has no stage ${text(stage, "name")}`;
  for (const wanted of below("aws_apigatewayv2_route")) {
    const [key, wantsProof] = [text(wanted, "route_key"), text(wanted, "authorization_type") ?? "NONE"];
    const route = routes.find(({ RouteKey }) => RouteKey === key);
    if (route === undefined) return `it has no route ${key}`;
    const { AuthorizationType: proof = "NONE", Target: target = "" } = route;
    if (proof !== wantsProof) return `the authorization of its route ${key} is ${proof}, and the file's ${wantsProof}`;
    const IntegrationId = target.replace(/^integrations\//, "");
    const uri = IntegrationId && (await client.send(new sdk.GetIntegrationCommand({ ApiId, IntegrationId })));
    const leadsTo = uri ? uri.IntegrationUri : undefined;
    const ends = below("aws_apigatewayv2_integration").map((one) => text(one, "integration_uri"));
    if (!ends.some((end) => end === undefined || end === leadsTo))
      return `its route ${key} leads to ${leadsTo ?? "nothing"}`;
  }
  return undefined;
}
