import { importsHistory } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { modelBehind, warningsOf } from './model-behind';

const publishedAt = '2026-03-02T09:00:00.000Z';
const codesAt = (at: string) =>
  warningsOf({ name: 'Worth', publishedBy: 'p-otto', publishedAt, at }).map(({ code }) => code);

describe('what a body is told of the model behind a ranking', () => {
  it('is that one person published it, however long ago', () =>
    expect(codesAt('2030-01-01T00:00:00.000Z')).toEqual(['model-published-by-one']));

  it('is that it is new, until it has been there for seven days', () => {
    const both = ['model-published-by-one', 'model-published-lately'];
    expect(codesAt('2026-03-02T23:00:00.000Z')).toEqual(both);
    expect(codesAt('2026-03-09T08:59:59.999Z')).toEqual(both);
    expect(codesAt('2026-03-09T09:00:00.000Z')).toEqual(['model-published-by-one']);
  });

  it('is only that it is new, where a body decided on it and a process published it', () => {
    const decided = { name: 'Worth', publishedBy: 'process:decision-follow-up', publishedAt };
    expect(warningsOf({ ...decided, at: '2026-03-02T23:00:00.000Z' })).toMatchObject([
      { code: 'model-published-lately' },
    ]);
    expect(warningsOf({ ...decided, at: '2026-04-02T23:00:00.000Z' })).toEqual([]);
  });

  it('names who published it, and when', () => {
    const at = '2026-03-02T23:30:00.000Z';
    expect(warningsOf({ name: 'Worth', publishedBy: 'p-otto', publishedAt, at })).toMatchObject([
      { text: 'p-otto published the model “Worth”; no body decided on it.' },
      { text: expect.stringContaining(`published at ${publishedAt}, fewer than 7 days before`) },
    ]);
  });
});

describe('the model behind a ranking', () => {
  let office: Office;
  beforeEach(async () => {
    office = await Office.open();
  });
  afterEach(() => office.close());

  const behind = async (at?: string, of = portfolioId) => {
    const { readModel, cut } = await office.reading(at);
    return modelBehind(readModel, cut, { portfolioId: of });
  };

  it('is the one that was in force, with who published it', async () => {
    await importsHistory(office);
    expect(await behind()).toMatchObject({ name: 'Delivery health 1', publishedBy: 'pmo', publishedAt });
  });

  it('is none by then where it was published only later', async () => {
    await importsHistory(office);
    expect(await behind('2025-12-31T23:59:59.999Z')).toMatchObject({
      refusal: { code: 'no-published-model' },
    });
  });

  it('is none of a portfolio that nobody opened', async () =>
    expect(await behind(undefined, '00000000-0000-8000-8000-000000000000')).toMatchObject({
      refusal: { code: 'portfolio-unknown' },
    }));
});
