import type { ListRequest, ReadRequest } from '@docket/contracts';
import { streamName, sha256, type Cut, type ReadModel, type Refusal } from '@docket/kernel';
import { SYSTEM, type System } from '@docket/host';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { orProblem } from '../problems/problem';
import type { ProblemCode } from '../problems/problem-kinds';
import { toColumns } from './columns';
import { decodeCursor, pageOf } from './page';
import { asOfView, Reading } from './reading';

type Refused = Readonly<{ outcome: 'refused'; refusal: Refusal<ProblemCode> }>;

/** What answers a question from a build of the read model at a cut. */
export type Question<T> = (readModel: ReadModel, cut: Cut) => Promise<T | Refused>;

const DEFAULT_LIMIT = 200;

/** The bytes of an answer: the same in API, CLI and replay. */
export const bytesOf = (answer: object): string => `${JSON.stringify(answer)}\n`;

/** Answers questions as of a cut: as one document, or as a list in pages, by rows or by columns. */
@Injectable()
export class Answers {
  constructor(
    private readonly reading: Reading,
    @Inject(SYSTEM) private readonly system: System,
  ) {}

  /** One document, with the cut it was answered at in front. `aggregate` gives it the ETag of its stream's revision. */
  async one<T extends object>(
    reply: FastifyReply,
    query: ReadRequest,
    portfolioId: string | undefined,
    question: Question<T>,
    aggregate?: Readonly<{ category: string; id: string }>,
  ): Promise<void> {
    const { readModel, cut } = await this.reading.at(query, portfolioId);
    const answer = orProblem(await question(readModel, cut));
    const body = bytesOf({ asOf: asOfView(cut), ...answer });
    const revision = aggregate && query.asOf === undefined ? await this.revisionOf(readModel, aggregate) : undefined;
    this.send(reply, body, revision === undefined ? `"${sha256(body).slice(0, 32)}"` : `"${revision}"`);
  }

  /** A page of a list that is answered whole at one cut. */
  async list<T extends object>(
    reply: FastifyReply,
    query: ListRequest,
    portfolioId: string | undefined,
    question: Question<readonly T[]>,
  ): Promise<void> {
    const asOf = query.cursor === undefined ? query.asOf : decodeCursor(query.cursor).token;
    const { readModel, cut } = await this.reading.at({ ...query, ...(asOf === undefined ? {} : { asOf }) }, portfolioId);
    const all = orProblem(await question(readModel, cut));
    const { rows, next } = pageOf(all, cut, { limit: query.limit ?? DEFAULT_LIMIT, ...(query.cursor === undefined ? {} : { cursor: query.cursor }) });
    const body = bytesOf({ asOf: asOfView(cut), total: all.length, next, ...(query.form === 'columns' ? toColumns(rows) : { rows }) });
    this.send(reply, body, `"${sha256(body).slice(0, 32)}"`);
  }

  private revisionOf(readModel: ReadModel, { category, id }: Readonly<{ category: string; id: string }>): Promise<number> {
    return readModel.lastRevision(streamName(this.system.adapters.store.installation, category, id));
  }

  private send(reply: FastifyReply, body: string, etag: string): void {
    void reply.header('content-type', 'application/json; charset=utf-8').header('etag', etag);
    if (reply.request.headers['if-none-match'] === etag) void reply.code(304).send();
    else void reply.send(body);
  }
}
