import 'reflect-metadata';
import type { Instant, ReadModel } from '@docket/kernel';
import { barIn, projectTable } from '@docket/project';
import { bodyTable } from '.';
import { openHistory } from './authority-history.scenes';
import { leftBy, votersOf, whoMay, type Asked, type WhoMay } from './authority-oracle.scenes';
import { authorityFor } from './features/find-authority/authority-for';
import type { AuthorityQuestion } from './features/find-authority/authority-for';
import { bodyView } from './governance.view';

const STEPS = 300;
const MOMENTS = 1_000;
/** By then there is a portfolio with its bodies and a first project. */
const START = 12;

type Question = Readonly<{ projectId: string; outcome: AuthorityQuestion['outcome'] }>;

/** What the product answers, in the form of the oracle. */
const answered = async (
  readModel: ReadModel,
  cut: Readonly<{ number: number; at: Instant }>,
  question: Question,
): Promise<WhoMay | string> => {
  const answer = await authorityFor(readModel, cut, question);
  if ('refusal' in answer) return answer.refusal.code;
  const { steps, decides } = answer;
  const by = {
    grant: () => (decides.by === 'grant' ? `${decides.bodyId} under ${decides.grantId}` : ''),
    'full-authority': () => (decides.by === 'full-authority' ? decides.bodyIds.join(' or ') : ''),
    nobody: () => 'nobody',
  };
  return {
    steps: Object.fromEntries(steps.map(({ grantId, code }) => [grantId, code])),
    decides: by[decides.by](),
  };
};

/** Who has a vote then, as the read model has it. */
const voting = async (readModel: ReadModel, body: string, number: number, { projectId, at }: Asked) => {
  const row = await readModel.rowAsOf(bodyTable, number, body);
  const project = await readModel.rowAsOf(projectTable, number, projectId);
  const seats = row ? bodyView(body, row, at).seats : [];
  return seats
    .filter(({ role, inTerm }) => inTerm && role !== 'secretary')
    .map(({ personId }) => personId)
    .filter((person) => barIn(project ?? {}, person) === null)
    .sort();
};

describe('authority is judged on the log as it stood', () => {
  it(`at ${MOMENTS} random moments of a random history, as an oracle reads it from the bare events`, async () => {
    const history = await openHistory(2026);
    const seen = { grant: 0, free: 0, nobody: 0, refused: 0, voters: 0 };
    /** What was answered when it was so, to be asked again at the end. */
    const then: (readonly [Readonly<{ number: number; at: Instant }>, Question, WhoMay | string])[] = [];
    const ask = (): Question => ({
      projectId: history.oneOf(history.projects),
      outcome: history.oneOf(['go', 'go', 'hold', 'kill']),
    });
    for (let step = 0; step < STEPS; step++) {
      await history.step();
      const { readModel, cut } = await history.read();
      const question = ask();
      then.push([cut, question, await answered(readModel, cut, question)]);
    }
    const { readModel } = await history.read();
    const events = await history.all();
    const differences: unknown[] = [];
    const compare = (moment: object, live: unknown, replayed: unknown) => {
      if (JSON.stringify(live) !== JSON.stringify(replayed)) differences.push({ moment, live, replayed });
    };
    for (let moment = 0; moment < MOMENTS; moment++) {
      const number = START + history.below(events.length - START);
      const recordedAt = events[number - 1]?.meta.recordedAt ?? '';
      const at = new Date(Date.parse(recordedAt) + history.below(12 * 86_400_000)).toISOString();
      const left = leftBy(events.slice(0, number));
      const question = ask();
      const asked: Asked = { ...question, at };
      const isThere = left.projects.has(question.projectId);
      const replayed = isThere ? sorted(whoMay(left, asked)) : 'project-unknown';
      compare(
        { number, at, ...question },
        sorted(await answered(readModel, { number, at }, question)),
        replayed,
      );
      const body = history.oneOf(history.bodies);
      const voters = votersOf(left, body, asked);
      compare({ number, at, body }, await voting(readModel, body, number, asked), voters);
      count(seen, replayed);
      seen.voters += voters.length;
    }
    for (const [cut, question, answer] of then)
      compare(cut, sorted(await answered(readModel, cut, question)), sorted(answer));
    await history.close();
    expect(differences).toEqual([]);
    expect(then).toHaveLength(STEPS);
    for (const often of Object.values(seen)) expect(often).toBeGreaterThan(MOMENTS / 20);
  }, 120_000);
});

const sorted = (answer: WhoMay | string): WhoMay | string =>
  typeof answer === 'string'
    ? answer
    : {
        ...answer,
        steps: Object.fromEntries(Object.entries(answer.steps).sort(([a], [b]) => (a < b ? -1 : 1))),
      };

/** How the answers are spread: a history in which nothing is refused proves nothing. */
const count = (seen: Record<string, number>, answer: WhoMay | string): void => {
  const add = (what: string, often = 1) => (seen[what] = (seen[what] ?? 0) + often);
  if (typeof answer === 'string') return;
  add(answer.decides === 'nobody' ? 'nobody' : answer.decides.includes(' under ') ? 'grant' : 'free');
  add('refused', Object.values(answer.steps).filter((why) => why !== null).length);
};
