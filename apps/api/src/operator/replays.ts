import { SYSTEM, type Progress, type System } from '@docket/host';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { ReplayRequest } from './operator.requests';

/** A read answered from the log alone. `same` tells whether the live read model gives the same bytes. */
export type Replay = Readonly<{ status: number; body: string; same: boolean; events: number }>;

/** Answers a read from a read model that is folded from the whole log for it alone. */
@Injectable()
export class Replays {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly http: HttpAdapterHost,
  ) {}

  async replay({ path }: ReplayRequest, onProgress: Progress): Promise<Replay> {
    const live = await this.ask(path);
    const { answer: replayed, events } = await this.system.replay(() => this.ask(path), onProgress);
    return { ...replayed, same: live.body === replayed.body, events };
  }

  /** Asks our own API in this process, through the same controllers as any caller. */
  private async ask(path: string): Promise<Readonly<{ status: number; body: string }>> {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    const { statusCode, body } = await fastify.inject({
      method: 'GET',
      url: path,
      headers: { host: '127.0.0.1' },
    });
    return { status: statusCode, body };
  }
}
