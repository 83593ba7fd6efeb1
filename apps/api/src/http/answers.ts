import type { ListRequest, ReadRequest } from '@docket/contracts';
import { streamName, sha256, type Cut, type Reading, type Refusal } from '@docket/kernel';
import { SYSTEM, type System } from '@docket/host';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { orProblem } from '../problems/problem';
import type { ProblemCode } from '../problems/problem-kinds';
import { toColumns } from './columns';
import { decodeCursor, pageOf } from './page';
import { asOfView, Readings } from './reading';

type Refused = Readonly<{ outcome: 'refused'; refusal: Refusal<ProblemCode> }>;

/** A document in a form of its own, such as CSV, and how it is called where it is saved. */
export type TextAnswer = Readonly<{ text: string; type: string; fileName: string }>;

/** What answers a question from a build of the read model at a cut. */
export type Question<T> = (reading: Reading) => Promise<T | Refused>;

/** Whose stream gives an answer its ETag. */
type OfStream = Readonly<{ category: string; id: string }>;

const DEFAULT_LIMIT = 200;

/** The bytes of an answer: the same in API, CLI and replay. */
export const bytesOf = (answer: object): string => `${JSON.stringify(answer)}\n`;

/** An answer before it is sent: its bytes, and the digest of what it says beside the moment it says it at. */
type Said = Readonly<{ body: string; digest: string }>;

const saidAt = (cut: Cut, content: object, lasting = content): Said => ({
  body: bytesOf({ asOf: asOfView(cut), ...content }),
  digest: sha256(bytesOf(lasting)).slice(0, 24),
});

const NO_CHOICE = new Set(['asOf', 'after', 'limit', 'cursor', 'form']);

/** The choices that make a list another one: its address and all parameters but those of moment, page and form. */
const listOf = (reply: FastifyReply, query: ListRequest): string =>
  JSON.stringify([
    reply.request.url.split('?')[0],
    Object.entries(query)
      .filter(([name]) => !NO_CHOICE.has(name))
      .sort(),
  ]);

/** Answers questions as of a cut: as one document, or as a list in pages, by rows or by columns. */
@Injectable()
export class Answers {
  constructor(
    private readonly readings: Readings,
    @Inject(SYSTEM) private readonly system: System,
  ) {}

  /**
   * One document, with the cut it was answered at in front. `aggregate` puts its stream's revision into the ETag, for If-Match;
   * what follows the revision changes with anything else it says (a follow-up in another stream, a term that ended).
   */
  async one<T extends object>(
    reply: FastifyReply,
    query: ReadRequest,
    portfolioId: string | undefined,
    question: Question<T>,
    aggregate?: OfStream,
  ): Promise<void> {
    const ask = () => this.answer(query, portfolioId, question);
    if (aggregate === undefined || query.asOf !== undefined) {
      const said = await ask();
      return this.send(reply, said, `"${said.digest}"`);
    }
    const { said, revision } = await this.atOneRevision(aggregate, ask);
    return this.send(reply, said, `"${revision}.${said.digest}"`);
  }

  /** A document that is no JSON. The token of the moment it was answered at stands in `docket-as-of`. */
  async text(
    reply: FastifyReply,
    query: ReadRequest,
    portfolioId: string,
    question: Question<TextAnswer>,
  ): Promise<void> {
    const reading = await this.readings.at(query, portfolioId);
    const { text, type, fileName } = orProblem(await question(reading));
    void reply
      .header('docket-as-of', asOfView(reading.cut).token)
      .header('content-disposition', `attachment; filename="${fileName}"`);
    const digest = sha256(text).slice(0, 24);
    this.send(reply, { body: text, digest }, `"${digest}"`, `${type}; charset=utf-8`);
  }

  /** A page of a list that is answered whole at one cut. */
  async list<T extends object>(
    reply: FastifyReply,
    query: ListRequest,
    portfolioId: string | undefined,
    question: Question<readonly T[]>,
  ): Promise<void> {
    const list = listOf(reply, query);
    const cursor = query.cursor === undefined ? undefined : decodeCursor(list, query.cursor, query.asOf);
    const reading = await this.readings.at(cursor ? { ...query, asOf: cursor.token } : query, portfolioId);
    const { cut } = reading;
    const all = orProblem(await question(reading));
    const { offset, asked } = cursor ?? { offset: 0, asked: query.asOf };
    const { rows, next } = pageOf(all, cut, { list, offset, asked, limit: query.limit ?? DEFAULT_LIMIT });
    const shown = query.form === 'columns' ? toColumns(rows) : { rows };
    const total = all.length;
    const said = saidAt(cut, { total, next, ...shown }, { total, ...shown });
    this.send(reply, said, `"${said.digest}"`);
  }

  private async answer<T extends object>(
    query: ReadRequest,
    portfolioId: string | undefined,
    question: Question<T>,
  ): Promise<Said> {
    const reading = await this.readings.at(query, portfolioId);
    return saidAt(reading.cut, orProblem(await question(reading)));
  }

  /**
   * A live answer and the revision of the stream it shows. Others may write between the two: then it is asked anew, at last
   * with the revision before it, so that an ETag is never younger than what it stands on.
   */
  private async atOneRevision(
    aggregate: OfStream,
    ask: () => Promise<Said>,
  ): Promise<Readonly<{ said: Said; revision: number }>> {
    for (let left = 3; ; left--) {
      const revision = await this.revisionOf(aggregate);
      const said = await ask();
      if (left === 0 || (await this.revisionOf(aggregate)) === revision) return { said, revision };
    }
  }

  private revisionOf({ category, id }: OfStream): Promise<number> {
    return this.system.live
      .current()
      .lastRevision(streamName(this.system.adapters.store.installation, category, id));
  }

  private send(
    reply: FastifyReply,
    { body }: Said,
    etag: string,
    type = 'application/json; charset=utf-8',
  ): void {
    void reply.header('content-type', type).header('etag', etag);
    if (isKnown(reply.request.headers['if-none-match'], etag)) void reply.code(304).send();
    else void reply.send(body);
  }
}

/** Whether `If-None-Match` (a list of tags, weak ones included, or `*`) names this tag. */
const isKnown = (given: string | undefined, etag: string): boolean =>
  given !== undefined &&
  (given.trim() === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag));
