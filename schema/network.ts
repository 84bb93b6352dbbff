import { text } from "./text";

export const subnetId = text("a subnet's id such as subnet-0a1b2c3d", /^subnet-[0-9a-z]{1,64}$/);
export const securityGroupId = text("a security group's id such as sg-0a1b2c3d", /^sg-[0-9a-zA-Z]{1,64}$/);
