/** A query as text, as the bundler makes of it. */
declare module "*.sql" {
  const text: string;
  export default text;
}
