import { TestDocket } from './docket.fixture';

const HEADER =
  'year,project_number,project_name,department,colour_rating,start_date,end_date,yearly_budget,yearly_forecast,wlc_baseline_incl_NCG';
const ROWS = 150_000;
/** A dozen are given where reading and planning hold the thread, hundreds where others have their turn. */
const SEVERAL = 60;

describe('a list of very many rows', () => {
  let docket: TestDocket;
  beforeAll(async () => {
    docket = await TestDocket.start();
  });
  afterAll(() => docket.stopAndForget());

  /** How many answers one visitor got, one after the other, until `over`. */
  const answersDuring = async (path: string, over: Promise<unknown>): Promise<number> => {
    const asking = { goesOn: true };
    void over.finally(() => (asking.goesOn = false));
    let answers = 0;
    for (; asking.goesOn; answers += 1) expect((await docket.visitor.get(path)).status).toBe(200);
    return answers;
  };

  it('is imported, and others go on being answered meanwhile', async () => {
    const row = '2019,,North bridge,DfT,Amber,2014-01-01,2030-12-31,5,4,10\n';
    const imported = docket.importList('long.csv', `${HEADER}\n${row.repeat(ROWS)}`);
    const answers = await answersDuring('/health/live', imported);
    const answer = await imported;
    if (!answer.result) throw new Error(JSON.stringify(answer));
    const { rows, recorded, unchanged, doubtful } = answer.result;
    expect([rows, recorded, unchanged, doubtful.length]).toEqual([ROWS, 1, ROWS - 1, ROWS - 1]);
    expect(answers).toBeGreaterThan(SEVERAL);
  }, 120_000);
});
