import { randomUUID } from 'node:crypto';
import type { Answer, Caller, Loose, TestDocket } from './docket.fixture';

/** A portfolio with the bodies and nodes that the scheme of the how-to names. */
export class SchemeCity {
  private constructor(
    readonly docket: TestDocket,
    readonly portfolioId: string,
    readonly bodies: Readonly<Record<string, string>>,
    /** Where work on roads stands. */
    readonly roads: string,
  ) {}

  static async open(docket: TestDocket): Promise<SchemeCity> {
    const [maya, otto] = [await docket.as('p-maya'), await docket.as('p-otto')];
    const create = async (who: Caller, path: string, body: object): Promise<string> => {
      const answer = await who.post(path, body);
      if (answer.status >= 300) throw new Error(answer.text);
      return answer.body.id;
    };
    const city = { name: 'City', currency: 'GBP', timeZone: 'Europe/London' };
    const portfolioId = await create(maya, '/api/v1/portfolios', city);
    const within = `/api/v1/portfolios/${portfolioId}`;
    const node = (name: string, parentId = portfolioId) =>
      create(otto, `${within}/nodes`, { kind: 'sub-portfolio', name, parentId });
    const roads = await node('Roads');
    await node('Bridges', roads);
    await node('Rail');
    const rules = { quorum: { kind: 'count', seats: 1 }, carryRule: 'majority-of-cast', minimumSeats: 1 };
    const body = async (name: string, chair: string) => {
      const bodyId = await create(otto, `${within}/bodies`, { name, ...rules });
      await create(otto, `/api/v1/bodies/${bodyId}/seats`, { personId: chair, role: 'chair' });
      return bodyId;
    };
    const bodies = {
      board: await body('Investment board', 'p-chen'),
      roads: await body('Lead of roads', 'p-sam'),
      rail: await body('Lead of rail', 'p-dina'),
      bridges: await body('Bridges team', 'p-bea'),
    };
    return new SchemeCity(docket, portfolioId, bodies, roads);
  }

  get path(): string {
    return `/api/v1/portfolios/${this.portfolioId}/delegations`;
  }

  /** Somebody imports a text as the file of a scheme. */
  async imports(person: string, text: string | Uint8Array, choice: object = {}): Promise<Answer> {
    const caller = person === 'operator' ? this.docket.operator : await this.docket.as(person);
    const base64 = Buffer.from(text).toString('base64');
    return caller.post(this.path, { name: 'scheme.csv', base64, ...choice }, randomUUID());
  }

  /** What is read now, all that was recorded included. */
  async read(part: string, query = ''): Promise<Answer> {
    const head = await this.docket.running.system.adapters.store.head();
    return this.docket.visitor.get(`${part}?after=${head}${query}`);
  }

  async grants(standing: 'in-force' | 'all' = 'in-force'): Promise<readonly Loose[]> {
    const path = `/api/v1/portfolios/${this.portfolioId}/grants`;
    return (await this.read(path, `&standing=${standing}`)).body.rows;
  }
}
