import { hash } from 'node:crypto';

/** SHA-256 as lower-case hex. A pure function; the one thing the kernel takes from outside itself (ADR-0004). */
export const sha256 = (input: string | Uint8Array): string => hash('sha256', input, 'hex');
