import { addressBytes } from "../../../patterns/operators/address";
import { headerName } from "../../../schema/http";
import { text } from "../../../schema/text";

export const routePath = text(
  "a path that begins with /, of letters, digits or - . _ ~ between slashes, with no slash at its end",
  /^\/(?:[A-Za-z0-9._~-]+(?:\/[A-Za-z0-9._~-]+){0,19})?$/,
).max(256);

export const bodyPlace = text(
  "body. and a path such as body.data.id, or header. and a header's name such as header.x-event-id",
  /^(?:body(?:\.[\w-]+(?:\[\d+\])*){1,20}|header\.[A-Za-z0-9-]{1,128})$/,
).max(250);

const NETWORK = "an IPv4 or IPv6 network such as 203.0.113.0/24 or 2001:db8::/32";

export const cidr = text(NETWORK, /^[0-9A-Fa-f.:]{2,45}\/\d{1,3}$/).refine(isNetwork, {
  error: ({ input }) => `${JSON.stringify(input)} is not allowed; it must be ${NETWORK}`,
});

function isNetwork(value: string): boolean {
  const [base = "", bits = ""] = value.split("/");
  const { length = 0 } = addressBytes(base) ?? {};
  return length > 0 && Number(bits) <= length * 8;
}

/** The name of a header that the function looks for; short, since all of its settings have 4 KB together. */
export const soughtHeader = headerName.max(128);

/** What stands before a signature: printable, and none of the commas that separate several. */
export const signaturePrefix = text("at most 64 printable characters, without spaces and commas", /^[!-+\--~]{0,64}$/);
