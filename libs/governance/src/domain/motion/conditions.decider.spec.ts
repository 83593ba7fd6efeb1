import { specFor } from '@docket/kernel/testing';
import { conditionTextsOf, toldConditions, type StatedCondition } from './conditions';
import { decider } from './motion.decider';
import type { MotionCommand } from './motion.commands';
import { ballotOn, body, closedWith, project, tabled } from './motion.scenes';

const { given } = specFor(decider);
const chair = { actor: 'cleo' };
const survey: StatedCondition = {
  what: 'The survey is published.',
  owner: 'olga',
  due: '2026-07-01',
  evidence: 'The report.',
  consequence: 'hold',
};

describe('A conditional go is recorded', () => {
  const asked = { ...tabled, data: { ...tabled.data, ask: 'conditional-go' } } as const;
  const record = (conditions: readonly StatedCondition[]): MotionCommand => ({
    type: 'RecordDecision',
    data: {
      ...{ body, project, rationale: 'If it is safe.', conditions, timeZone: 'Europe/London' },
      authority: { isLimited: false, under: [], callIn: [] },
    },
  });
  const recorded = (conditions: readonly StatedCondition[], ask = asked as typeof tabled) =>
    given(ask, ballotOn(), closedWith()).when(record(conditions), chair);

  it('with its conditions, whose days end where the portfolio lives; what was written is kept apart', () =>
    recorded([survey]).then({
      type: 'DecisionRecorded',
      data: {
        ...{ motionId: 'motion', bodyId: 'board', projectId: 'project', outcome: 'conditional-go' },
        ...{
          rationale: 'If it is safe.',
          decidedAt: '2026-03-02T09:00:00.000Z',
          grants: [],
          callIn: [],
          supersedes: null,
        },
        conditions: [
          { owner: 'olga', due: '2026-07-01', dueUntil: '2026-07-01T23:00:00.000Z', consequence: 'hold' },
        ],
        conditionTexts: '[{"evidence":"The report.","what":"The survey is published."}]',
      },
    }));
  it('not without any', () => recorded([]).thenRefused('conditions-missing'));
  it('and no other decision has any', () => recorded([survey], tabled).thenRefused('conditions-do-not-fit'));
  it.each<[string, Partial<StatedCondition>, string]>([
    ['without saying what is to be done', { what: ' ' }, 'condition-text-missing'],
    ['without saying what would show it', { evidence: '' }, 'condition-text-missing'],
    ['without an owner', { owner: '' }, 'condition-owner-missing'],
    ['due on no day that exists', { due: '2026-02-30' }, 'day-malformed'],
    ['due on a day that is over', { due: '2026-03-01' }, 'condition-due-in-the-past'],
  ])('not with one %s', (_, over, code) =>
    recorded([survey, { ...survey, ...over }]).thenRefused(code as never),
  );
  it('also with one that is due today', () =>
    expect(
      decider.decide(
        record([{ ...survey, due: '2026-03-02' }]),
        [asked, ballotOn(), closedWith()].reduce(decider.evolve, decider.initialState()),
        {
          ...chair,
          reach: 'anything',
          at: '2026-03-02T09:00:00.000Z',
          now: '2026-03-02T09:00:00.000Z',
          origin: 'live',
        },
      ).outcome,
    ).toBe('accepted'));
  it('not with more than anybody follows up', () =>
    recorded(Array.from({ length: 51 }, () => survey)).thenRefused('too-many-conditions'));
});

describe('What was written of the conditions of a decision', () => {
  const decided = [
    { owner: 'olga', due: '2026-07-01', dueUntil: '2026-07-01T23:00:00.000Z', consequence: 'hold' },
  ] as const;
  it('is told beside each again', () =>
    expect(toldConditions(decided, conditionTextsOf([survey]))).toEqual([
      { ...decided[0], what: 'The survey is published.', evidence: 'The report.' },
    ]));
  it('says of each that it was redacted', () => {
    const gone = '[words redacted by p-otto: Court order.]';
    expect(toldConditions(decided, gone)).toEqual([{ ...decided[0], what: gone, evidence: gone }]);
  });
  it.each([undefined, 'no JSON', '{}', '[]'])('is not known where it cannot be read: %j', (texts) =>
    expect(toldConditions(decided, texts)).toEqual([{ ...decided[0], what: null, evidence: null }]),
  );
});
