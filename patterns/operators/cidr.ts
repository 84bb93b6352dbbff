import { isText, shown, whatIs } from "../json";
import { addressBytes, sharesBits } from "./address";
import type { Operator } from "./operator";

const id = "pattern-cidr";

export const cidr: Operator<"cidr"> = {
  example: '{"cidr":"10.0.0.0/8"}',
  parse(operand, say) {
    if (!isText(operand)) {
      say({ id, message: `is ${whatIs(operand)}, but cidr takes one text; write {"cidr":"10.0.0.0/8"}` });
      return undefined;
    }
    const [address = "", mask, more] = operand.value.split("/");
    if (mask === undefined || more !== undefined) {
      say({
        id,
        message: `is ${shown(operand.value)}, but an address, one / and a number of bits belong there; write "10.0.0.0/8"`,
      });
      return undefined;
    }
    const block = addressBytes(address);
    if (block === undefined) {
      say({
        id,
        message: `has ${shown(address)} for an address; write four numbers such as 10.0.0.0, or IPv6 such as 2001:db8::`,
      });
    }
    const most = block === undefined ? 128 : 8 * block.length;
    const bits = Number(mask);
    if (!/^[+-]?\d+$/.test(mask) || bits < 0 || bits > most) {
      say({ id, message: `has ${shown(mask)} for a number of bits; write 0 to ${most - 1}` });
      return undefined;
    }
    if (block === undefined) return undefined;
    if (bits === most) {
      const message = `is a single address, which EventBridge does not document for cidr; write ${shown(address)} without cidr`;
      say({ id, severity: "warning", message });
    }
    return { kind: "cidr", block, bits, written: operand.value };
  },
  passing:
    ({ block, bits }) =>
    (value) => {
      if (typeof value !== "string") return false;
      const address = addressBytes(value);
      return address !== undefined && sharesBits(block, address, bits);
    },
  describe: ({ written }) => `an address in ${written}`,
};
