import { defineConfig } from "vitepress";

/** The pages of docs/ as a site with its own search; a dead link fails the build. */
export default defineConfig({
  title: "genesys-eventbridge",
  // A copy, since pages find no packages from where they are.
  srcDir: "pages",
  outDir: "dist",
  // Pages outside of docs/ are no part of the site; test/documentation.test.ts follows links to them.
  ignoreDeadLinks: [
    /(?:CHANGELOG|CONTRIBUTING|providers\/genesyscloud\/README)$/,
    /\/sql(?:\/|$)/,
    /decisions\/(?:index)?$/,
  ],
  themeConfig: {
    search: { provider: "local" },
    // By its own name, as a page that the site's router knows nothing of.
    nav: [{ text: "Playground", link: "/playground.html", target: "_self" }],
  },
});
