import type { Loose, TestDocket } from './docket.fixture';
import { Office } from './office.fixture';

/** An answer as it was given, with the moment it was given at. */
type Kept = Readonly<{ path: string; token: string; text: string }>;

/** A portfolio whose story is told: its things by name, and every answer that was read on the way. */
export class ToldYard {
  /** Ids by what each thing is called in the story. */
  readonly id: Record<string, string> = {};
  /** Tokens of moments to come back to. */
  readonly at: Record<string, string> = {};
  readonly kept: Kept[] = [];

  private constructor(
    readonly office: Office,
    readonly portfolioId: string,
  ) {}

  static async open(start: () => Promise<TestDocket>): Promise<ToldYard> {
    const office = await Office.open(start);
    const named = { name: 'Yard', currency: 'GBP', timeZone: 'UTC' };
    return new ToldYard(office, await office.create('p-maya', '/api/v1/portfolios', named));
  }

  within(part: string): string {
    return `/api/v1/portfolios/${this.portfolioId}/${part}`;
  }

  of(project: string, part = ''): string {
    return `/api/v1/projects/${this.id[project]}${part}`;
  }

  /** Read with everything in it that is recorded by now, and kept for the end of the story. */
  async read(path: string): Promise<Loose> {
    const after = `${path.includes('?') ? '&' : '?'}after=${await this.office.head()}`;
    const { status, text, body } = await this.office.docket.visitor.get(`${path}${after}`);
    if (status !== 200) throw new Error(text);
    this.kept.push({ path, text, token: body.asOf.token });
    return body;
  }

  async put(person: string, path: string, body: object): Promise<void> {
    const answer = await (await this.office.as(person)).write('PUT', path, body);
    if (answer.status !== 200) throw new Error(answer.text);
  }

  /** Rank, name and score of each. */
  async ranking(): Promise<Loose> {
    const { rows } = await this.read(this.within('ranking'));
    return rows.map(({ rank, name, score }: Loose) => [rank, name, score]);
  }

  /** The line that a budget of 10,500 draws, and where each stands towards it, with what the budget lacks for it. */
  async line(): Promise<Loose> {
    const { rows, sum, left, lineRank } = await this.read(this.within('funding-line?budget=10500'));
    const stands = ({ name, funded, shortBy }: Loose) => `${name} ${funded} ${shortBy ?? '-'}`;
    return [{ sum, left, lineRank }, ...rows.map(stands)];
  }
}
