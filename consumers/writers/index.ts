import { asyncapi } from "./asyncapi";
import { jsonSchema } from "./json-schema";
import type { WriterName } from "./names";
import { typescript } from "./typescript";
import type { Writer } from "./writer";
import { zod } from "./zod";

/** Every form in which the shapes of events are written. */
export const writers: Readonly<Record<WriterName, Writer>> = { asyncapi, "json-schema": jsonSchema, typescript, zod };
