const encoder = new TextEncoder();

/** The part of Node.js's Buffer that the tracer needs, for browsers; the bundler puts it where that is named. */
export const Buffer = {
  byteLength: (text: string) => encoder.encode(text).length,
  from: (text: string) => ({ toString: (_form: "base64") => btoa(String.fromCharCode(...encoder.encode(text))) }),
};
