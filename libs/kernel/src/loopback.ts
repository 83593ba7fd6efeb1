const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/i;

/** Whether what is said to a host of that name or number stays on this machine: `localhost`, 127.0.0.0/8, `::1`; a socket in a folder does, too. */
export const isLoopback = (host: string): boolean => host.startsWith('/') || LOOPBACK.test(host);
