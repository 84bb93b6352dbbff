/** A template is part of the program as its text: the bundler and the tests load it so. */
declare module "*.yml" {
  const text: string;
  export default text;
}
