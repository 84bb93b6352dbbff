import { httpRequest } from "../../trace/request";

const event = {
  "detail-type": "v2.x",
  detail: { id: "a/b", count: 5, yes: true, list: ["a"], object: { a: "b" } },
};
const endpoint = { method: "POST", url: "https://api.acme.example/hook/secret?key=1", secretHeaders: ["x-api-key"] };
const request = (parameters: Parameters<typeof httpRequest>[1], url = endpoint.url) =>
  httpRequest({ ...endpoint, url }, parameters, event);

test("shows method and host, and neither the path of a webhook nor a query nor a secret", () => {
  expect(request(undefined)).toEqual({
    method: "POST",
    url: "https://api.acme.example/…",
    headers: { "Content-Type": "application/json; charset=utf-8", "x-api-key": "…" },
    query: {},
  });
  expect(request(undefined, "https://api.acme.example")?.url).toBe("https://api.acme.example");
});

test.each([
  ["a text", "as it is", "as it is"],
  ["a path", "$.detail.id", "a/b"],
  ["a number", "$.detail.count", "5"],
  ["a boolean", "$.detail.yes", "true"],
  ["a list", "$.detail.list", '["a"]'],
  ["an object", "$.detail.object", '{"a":"b"}'],
  ["what is missing", "$.detail.zzz", ""],
  ["a path within text, which stays", "id is $.detail.id", "id is $.detail.id"],
])("fills headers and query: %s", (_, value, filled) => {
  expect(request({ headerParameters: { "x-a": value }, queryStringParameters: { q: value } })).toMatchObject({
    headers: { "x-a": filled },
    query: { q: filled },
  });
});

test("fills each * of the path in order", () => {
  const values = { pathParameterValues: ["$.detail.id", "fixed"] };

  expect(request(values, "https://api.acme.example/users/*/notes/*")?.url).toBe(
    "https://api.acme.example/users/a%2Fb/notes/fixed",
  );
});

test("lets a target say another type of content, and the connection win over a header of its name", () => {
  const headers = { "content-type": "text/plain", "X-API-KEY": "mine" };

  expect(request({ headerParameters: headers })?.headers).toEqual({ "content-type": "text/plain", "x-api-key": "…" });
});

test("is nothing where the destination is no endpoint", () => {
  expect(httpRequest(undefined, undefined, event)).toBeUndefined();
});
