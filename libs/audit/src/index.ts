export type { Fault } from './chain-link';
export { verifyChain, type ChainReport, type ToVerify } from './verify-chain';
export { eventByNumber, type EventAsked, type EventRefusal, type EventView } from './event-by-number';
export { EventAltered, eventMissing, type EventPlace } from './event-altered';
export { openedAmong, openedEvents } from './opened-events';
