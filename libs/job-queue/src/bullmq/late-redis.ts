import { JobsUnavailable } from '@docket/kernel';
import { UnsuitableRedis } from '../unsuitable-redis';
import { checkRedis, unavailable } from './redis-checks';
import type { RedisClients } from './redis-clients';

/** A Redis that was away at the start: nothing is asked of it before it was looked at as one that is there at the start. */
export class LateRedis {
  private readonly arrived = Promise.withResolvers<void>();
  private isArrived = false;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly clients: RedisClients,
    private readonly onNotice: (notice: string) => void,
  ) {}

  /** Resolves once it is there, and as it must be. */
  get arrival(): Promise<void> {
    return this.arrived.promise;
  }

  /** @throws JobsUnavailable while it does not answer, or is not as it must be */
  look(): Promise<void> {
    this.looking ??= this.found().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async found(): Promise<void> {
    if (this.isArrived) return;
    const { asking, address } = this.clients;
    if (asking.status !== 'ready') throw unavailable(address, 'it has not answered since the start');
    for (const notice of await checked(this.clients)) this.onNotice(notice);
    this.isArrived = true;
    this.arrived.resolve();
  }
}

/** One that will not do is mended or replaced while nobody uses it: to who asks it is away. */
const checked = async ({ asking, address }: RedisClients): Promise<readonly string[]> => {
  try {
    return await checkRedis(asking, address);
  } catch (error) {
    if (error instanceof UnsuitableRedis) throw new JobsUnavailable(error.message, { cause: error });
    throw error;
  }
};
