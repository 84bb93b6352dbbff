/** @type {import("jest").Config} */
module.exports = {
  // Left out, one processor of two would watch the other work.
  maxWorkers: "100%",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  // What takes long is in jest.deep.config.cjs.
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/(?:load|random)/", "\\.deep\\.test\\.ts$"],
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
    "\\.(?:sql|yml|bash|zsh|fish|ps1)$": "<rootDir>/test/support/text-module.cjs",
  },
  // Compiled packages are CommonJS already.
  transformIgnorePatterns: ["/node_modules/", "<rootDir>/providers/"],
};
