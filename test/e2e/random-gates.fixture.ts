import { cityGates, closing } from './gates.fixture';
import type { Choices, Deed, World } from './random-life.fixture';

const oneProject = (c: Choices, w: World): string => `/api/v1/projects/${c.pick(w.projects)}`;
const CRITERIA = cityGates.flatMap(({ id: gate, criteria }) =>
  criteria.map(({ id: criterion }) => ({ gate, criterion })),
);

/** What people may try at gates and at the end of work. */
export const gateDeeds: readonly Deed[] = [
  (c, w) =>
    w.do('p-otto', 'POST', `/api/v1/portfolios/${w.portfolio}/gates`, {
      kind: c.pick(['project', 'programme']),
      gates: c.pick([cityGates, cityGates.slice(0, 1)]),
    }),
  (c, w) =>
    w.do(c.pick(['p-otto', 'p-priya']), 'PUT', `${oneProject(c, w)}/gate`, {
      gate: c.pick(['idea', 'case']),
      reason: c.pick(['Ready.', 'Again.']),
    }),
  (c, w) =>
    w.do(c.pick(['p-otto', 'p-priya']), 'POST', `${oneProject(c, w)}/gate/evidence`, {
      ...c.pick(CRITERIA),
      what: c.pick(['A letter.', 'A paper.']),
    }),
  ...[1, 2].map(
    (): Deed => (c, w) =>
      w.do(c.pick(['p-dina', 'p-bea', 'p-otto']), 'POST', `${oneProject(c, w)}/gate/judgements`, {
        ...c.pick(CRITERIA),
        finding: c.pick(['met', 'not-met', 'not-applicable']),
        reason: c.pick(['So.', 'Because.']),
      }),
  ),
  (c, w) =>
    w.do(c.pick(['p-dina', 'p-bea']), 'POST', `${oneProject(c, w)}/interests`, {
      nature: 'other',
      description: c.pick(['One.', 'Another.']),
    }),
  (c, w) => {
    const person = c.pick(['p-dina', 'p-bea']);
    return w.do(person, 'POST', `${oneProject(c, w)}/interests/${person}/withdrawal`, { reason: 'Over.' });
  },
  (c, w) =>
    w.do(
      'p-chen',
      'POST',
      `/api/v1/portfolios/${w.portfolio}/motions`,
      {
        ...{ bodyId: c.pick(w.bodies), projectId: c.pick(w.projects) },
        ...{ ask: c.pick(['go', 'kill', 'complete']), question: 'And now?' },
      },
      w.motions,
    ),
  (c, w) =>
    w.do(c.pick(['p-otto', 'p-priya']), c.pick(['POST', 'PUT']), `${oneProject(c, w)}/closure`, {
      ...closing,
      lessons: c.pick(['Ask first.', 'Ask twice.']),
    }),
  (c, w) =>
    w.do('p-otto', 'PUT', `${oneProject(c, w)}/closure`, {
      ...closing,
      finalCost: { amount: String(c.below(5)), currency: 'GBP' },
      reason: 'An invoice.',
    }),
];
