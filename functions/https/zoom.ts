import { createHmac } from "node:crypto";

/**
 * Returns the second field that Zoom wants beside its `plainToken`: that token, signed (Zoom developer documentation, "Validate your webhook
 * endpoint", read 2026-11). Nothing for any other field.
 */
export function zoomValidation(field: string, value: unknown, secret: string): { readonly encryptedToken?: string } {
  if (field !== "plainToken" || typeof value !== "string") return {};
  return { encryptedToken: createHmac("sha256", secret).update(value).digest("hex") };
}
