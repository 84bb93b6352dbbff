import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { startedStandIn } from "../aws/stand-in";
import { xml } from "../aws/xml";

/** What may go wrong with a request; true where that is answered already. */
export type Trouble = (request: IncomingMessage, response: ServerResponse, number: number) => boolean;

/** Refuses as S3 does. */
export function refuse(response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}) {
  response.writeHead(status, { "content-type": "application/xml", ...headers });
  response.end(xml({ Error: { Code: code, Message: `${code}.` } }));
  return true;
}

/** A stand-in for S3 with one bucket `archive`, which lists two keys a page. */
export async function bucketServer(objects: Readonly<Record<string, Buffer>>, trouble: Trouble = () => false) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://s3");
    const key = decodeURIComponent(url.pathname).replace(/^\/archive\/?/, "");
    asked.push(key === "" ? "list" : `${key} ${request.headers.range ?? ""}`.trim());
    if (trouble(request, response, asked.length)) return;
    if (key === "") list(url.searchParams, response);
    else get(objects[key], request, response);
  });

  function list(query: URLSearchParams, response: ServerResponse): void {
    const after = query.get("continuation-token") ?? query.get("start-after") ?? "";
    const keys = Object.keys(objects)
      .filter((key) => key.startsWith(query.get("prefix") ?? "") && key > after)
      .sort();
    const page = keys.slice(0, 2).map((key) => ({ Key: key, Size: objects[key]?.length, ETag: `"${key}"` }));
    const more = keys.length > 2;
    const entries = page.map((Contents) => xml({ Contents })).join("");
    const token = more ? xml({ NextContinuationToken: page[1]?.Key }) : "";
    response.writeHead(200, { "content-type": "application/xml" });
    response.end(`<ListBucketResult><IsTruncated>${more}</IsTruncated>${token}${entries}</ListBucketResult>`);
  }

  function get(content: Buffer | undefined, { headers }: IncomingMessage, response: ServerResponse): unknown {
    if (content === undefined) return refuse(response, 404, "NoSuchKey");
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200, { "content-length": content.length - from });
    return response.end(content.subarray(from));
  }
  return { asked, ...(await startedStandIn(server, "AWS_ENDPOINT_URL_S3")) };
}
