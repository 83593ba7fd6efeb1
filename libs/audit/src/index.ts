export type { Fault } from './chain-link';
export { verifyChain, type ChainReport } from './verify-chain';
