/** Shorter texts occur everywhere: replacing them would only spoil the rest, and hint at what they are. */
const SHORTEST = 4;
/** The fewest letters of base64 that can stand for the shortest secret. */
const SHORTEST_BASE64 = 6;

/** A secret text in every form in which it may stand elsewhere: within JSON, a URL, a header, a script. */
export function copiesOf(secret: string): string[] {
  if (secret.length < SHORTEST) return [];
  const once = escapes(secret);
  const forms = [
    secret,
    ...once,
    ...once.flatMap(escapes),
    ...urlForms(secret),
    ...base64Forms(secret),
    ...hexForms(secret),
  ];
  return [...new Set(forms)].filter(({ length }) => length >= SHORTEST);
}

/** Returns a text as JSON has it, also as Terraform's jsonencode writes it. */
function escapes(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const code = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return [json, json.replace(/[<>&]/g, code), json.replace(/[^ -~]/g, code)];
}

function urlForms(text: string): string[] {
  // A lone surrogate has no such form.
  const whole = text.replace(/\p{Cs}/gu, "\ufffd");
  const component = encodeURIComponent(whole);
  const strict = component.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const forms = [component, strict, strict.replaceAll("%20", "+"), encodeURI(whole)];
  return [...forms, ...forms.map((form) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))];
}

/** Returns the forms of a text in base64, also where something stands before and after it, such as a user's name in a header. */
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text, "utf8");
  return [0, 1, 2].flatMap((before) => {
    const all = Buffer.concat([Buffer.alloc(before), bytes]);
    // Letters that hold bits of neighbours as well are left out.
    const inner = all.toString("base64").slice(Math.ceil((before * 8) / 6), Math.floor((all.length * 8) / 6));
    const form = inner.length >= SHORTEST_BASE64 ? [inner] : [];
    return [...form, ...form.map((one) => one.replaceAll("+", "-").replaceAll("/", "_"))];
  });
}

function hexForms(text: string): string[] {
  const hex = Buffer.from(text, "utf8").toString("hex");
  return [hex, hex.toUpperCase()];
}
