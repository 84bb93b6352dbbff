import { busArn } from "../../aws/names";
import type { PolicyOf } from "../policies";
import { subscribedStreams } from "./subscribed-stream";

/** The permission of `bridge`, where it puts events and prints none. */
export const bridgePolicy: PolicyOf = (environment) => [
  {
    Sid: "PutEvents",
    Effect: "Allow",
    Action: "events:PutEvents",
    Resource: subscribedStreams(environment).map(({ bus }) => busArn(environment, bus)),
  },
];
