/** What is wrong, the file, `id line:column path` of what must be said of it, and what the message must advise. */
export type WrongFile = readonly [wrong: string, text: string, issue: string, advice: RegExp];
