const { availableParallelism } = require("node:os");

/** @type {import("jest").Config} */
module.exports = {
  // More than processors: whoever starts the program or a server waits for it half of the time.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // The first start of the program in a clean checkout builds it, beside tests that have the processors busy.
  testTimeout: 60_000,
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  // What takes long is in jest.deep.config.cjs.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/(?:load|random)/", "\\.deep\\.test\\.ts$"],
  moduleNameMapper: {
    "^\\.(?:/tokens)?(?:/private)?/stack-trace$": "<rootDir>/test/support/no-stack-trace.cjs",
    "/function-code$": "<rootDir>/test/support/function-code.cjs",
  },
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
    "\\.(?:sql|yml|bash|zsh|fish|ps1)$": "<rootDir>/test/support/text-module.cjs",
  },
  // Compiled packages are CommonJS already.
  transformIgnorePatterns: ["/node_modules/", "<rootDir>/providers/"],
};
