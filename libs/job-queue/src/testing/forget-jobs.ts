import { Redis } from 'ioredis';

/** Forgets every key of an installation on a Redis that others use too. */
export const forgetJobs = async (url: string, installation: string): Promise<void> => {
  const client = new Redis(url);
  const keys: string[] = [];
  for await (const some of client.scanStream({ match: `docket:${installation}:*`, count: 1_000 }))
    keys.push(...(some as string[]));
  if (keys.length > 0) await client.del(...keys);
  await client.quit();
};
