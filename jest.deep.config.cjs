/** The long tests: `npm run test:deep`. @type {import("jest").Config} */
module.exports = {
  ...require("./jest.config.cjs"),
  testMatch: ["<rootDir>/test/{load,random}/**/*.test.ts", "<rootDir>/test/**/*.deep.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  // Cases that hang are ended by a watch of their own.
  testTimeout: 1_200_000,
};
