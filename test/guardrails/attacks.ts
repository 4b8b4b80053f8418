import { nodeAttacks } from "./nodeAttacks";
import { protectionAttacks } from "./protectionAttacks";

/** By catalogue id: what somebody tries, and nothing but that statement stops. */
export const attacks = { ...nodeAttacks, ...protectionAttacks };
