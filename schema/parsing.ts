/** For zod, which writes and compiles code for every schema otherwise: that takes longer than to parse an environment of 1,000 rules, and no less for 5,000. */
export const WITHOUT_COMPILING = { jitless: true } as const;
