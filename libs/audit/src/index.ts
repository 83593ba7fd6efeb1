export type { Fault } from './chain-link';
export { verifyChain, type ChainReport, type ToVerify } from './verify-chain';
