/** The words after --as, which help and completion know without loading the writers. */
export const writerNames = ["asyncapi", "json-schema", "typescript", "zod"] as const;

export type WriterName = (typeof writerNames)[number];
