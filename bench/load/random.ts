export { type Random, random } from "../../consumers/made-up/random";
