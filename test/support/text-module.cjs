/** A file as a module whose default export is its text, as the bundler makes of a template. */
module.exports = {
  process: (text) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(text)} };` }),
};
