import { hostname } from 'node:os';

/** What this process is called where several are listed: its machine and its number there. */
export const processName = (): string => `${hostname()}/${process.pid}`;
