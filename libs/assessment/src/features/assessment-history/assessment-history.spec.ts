import { assessmentIdOf } from '../../domain/assessment';
import { modelIdOf } from '../../domain/scoring-model';
import { assesses, handsOver, opensWithProposals, worth, worthId } from '../../testing/assessed-portfolio';
import { hasModel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { WithdrawAssessmentCommand } from '../withdraw-assessment/withdraw-assessment.command';
import { AssessmentHistoryQuery } from './assessment-history.query';

let office: Office;
let bridge = '';
beforeEach(async () => {
  office = await Office.open();
  [bridge = ''] = await opensWithProposals(office, 'Bridge');
});
afterEach(() => office.close());

type Read = Awaited<ReturnType<Office['reading']>>;
const told = async (reading?: Read) => {
  const asked = new AssessmentHistoryQuery(reading ?? (await office.reading()), { projectId: bridge });
  const answer = await office.queries.execute(asked);
  if ('outcome' in answer) throw new Error(answer.refusal.message);
  return answer.assessments;
};
const later = (day: string) => office.clock.set(`2026-03-${day}T09:00:00.000Z`);
const withdraws = (assessor: string) =>
  office.does(
    new WithdrawAssessmentCommand(office.requestOf('pmo', 'withdraw', `w-${assessor}`), {
      assessmentId: assessmentIdOf({ projectId: bridge, modelId: worthId, assessor }),
      reason: 'Asked too early.',
    }),
  );

describe('the history of the assessments of a project', () => {
  it('tells what was given, revised, withdrawn and given anew, each act with its events', async () => {
    await assesses(office, 'mia', bridge, { fit: '2', reach: '3' }, { comment: 'At first sight.' });
    const first = await office.reading();
    later('03');
    await assesses(office, 'mia', bridge, { fit: '4' }, { comment: 'Seen again.' });
    later('04');
    await withdraws('mia');
    later('05');
    await assesses(office, 'mia', bridge, { reach: '1' });
    const [ofMia] = await told();
    expect(ofMia).toMatchObject({
      assessor: 'mia',
      status: 'given',
      notCounted: null,
      model: { name: 'Worth' },
    });
    const numbers = ofMia?.versions.flatMap(({ events }) => events) ?? [];
    expect(new Set(numbers).size).toBe(3 + 3 + 1 + 1);
    expect(
      ofMia?.versions.map(({ kind, at, by, ratings, comment, reason }) => ({
        did: `${kind} ${at.slice(0, 10)} ${by}`,
        ratings: ratings.map(
          (one) => `${one.name} ${one.from ?? '–'}→${one.to ?? '–'}: ${one.reason ?? '–'}`,
        ),
        comment,
        reason,
      })),
    ).toEqual([
      {
        did: 'given 2026-03-02 mia',
        ratings: ['Fit –→2: fit is 2 to mia', 'Reach –→3: reach is 3 to mia'],
        comment: { from: null, to: 'At first sight.' },
        reason: null,
      },
      {
        did: 'revised 2026-03-03 mia',
        ratings: ['Fit 2→4: fit is 4 to mia', 'Reach 3→–: –'],
        comment: { from: 'At first sight.', to: 'Seen again.' },
        reason: null,
      },
      {
        did: 'withdrawn 2026-03-04 pmo',
        ratings: ['Fit 4→–: –'],
        comment: { from: 'Seen again.', to: null },
        reason: 'Asked too early.',
      },
      {
        did: 'given 2026-03-05 mia',
        ratings: ['Reach –→1: reach is 1 to mia'],
        comment: null,
        reason: null,
      },
    ]);
    expect((await told(first))[0]?.versions).toHaveLength(1);
  });

  it('tells those by every model, by model and then by assessor, and who does not count', async () => {
    await hasModel(office, 'Again', worth);
    await assesses(office, 'omar', bridge, { fit: '2' });
    await assesses(office, 'mia', bridge, { fit: '2' });
    await assesses(office, 'mia', bridge, { fit: '5' }, { modelId: modelIdOf(portfolioId, 'Again') });
    await handsOver(office, bridge, { name: 'Bridge', manager: 'omar' });
    expect(
      (await told()).map(({ model, assessor, notCounted }) => [model.name, assessor, notCounted]),
    ).toEqual([
      ['Again', 'mia', null],
      ['Worth', 'mia', null],
      ['Worth', 'omar', 'manager'],
    ]);
  });

  it('is refused for what nobody knows', async () => {
    const asked = new AssessmentHistoryQuery(await office.reading(), { projectId: worthId });
    expect(await office.queries.execute(asked)).toMatchObject({ refusal: { code: 'project-unknown' } });
  });
});
