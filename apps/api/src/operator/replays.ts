import { SYSTEM, type Progress, type System } from '@docket/host';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { ReplayRequest } from './operator.requests';

/** A read answered from the log alone. `same` tells whether the live read model gives the same bytes. */
export type Replay = Readonly<{ status: number; body: string; same: boolean; events: number }>;

type Answer = Readonly<{ status: number; body: string }>;

/** What somebody shows at the door: an answer depends on who reads it. */
export type Shows = Readonly<{ cookie?: string; authorization?: string }>;

/** The moment an answer was given at, where it says one. */
const momentOf = ({ status, body }: Answer): string | undefined =>
  status < 400 ? (JSON.parse(body) as { asOf?: { token?: string } }).asOf?.token : undefined;

/** Answers a read from a read model that is folded from the whole log for it alone. */
@Injectable()
export class Replays {
  constructor(
    @Inject(SYSTEM) private readonly system: System,
    private readonly http: HttpAdapterHost,
  ) {}

  async replay({ path }: ReplayRequest, shows: Shows, onProgress: Progress): Promise<Replay> {
    const pinned = await this.pinned(path, shows);
    const live = await this.ask(pinned, shows);
    const { answer: replayed, events } = await this.system.replay(() => this.ask(pinned, shows), onProgress);
    return { ...replayed, same: live.body === replayed.body, events };
  }

  /** The read at a moment that stays: asked without one, that of the answer as it is now. A cursor has its own. */
  private async pinned(path: string, shows: Shows): Promise<string> {
    const [address = '', ...query] = path.split('?');
    const asked = new URLSearchParams(query.join('?'));
    if (asked.has('asOf') || asked.has('cursor')) return path;
    const moment = momentOf(await this.ask(path, shows));
    if (moment === undefined) return path;
    asked.set('asOf', moment);
    return `${address}?${asked.toString()}`;
  }

  /** Asks our own API in this process, through the same door and controllers as any caller, as who asks for the replay. */
  private async ask(path: string, shows: Shows): Promise<Answer> {
    const fastify = this.http.httpAdapter.getInstance<FastifyInstance>();
    const { statusCode, body } = await fastify.inject({
      method: 'GET',
      url: path,
      headers: { ...shows, host: '127.0.0.1' },
    });
    return { status: statusCode, body };
  }
}
