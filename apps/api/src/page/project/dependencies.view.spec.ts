import type { DependencyView } from '@docket/project';
import { wordsOf } from '../words.fixture';
import { dependenciesSection } from './dependencies.view';

const at = '2027-01-01T12:00:00.000Z';
const dependency: DependencyView = {
  id: 'd',
  kind: 'requires',
  from: 'fence',
  to: 'port',
  fromName: 'Fence',
  toName: 'Port',
  fromStatus: { status: 'proposed', since: at, stands: true },
  toStatus: { status: 'authorised', since: at, stands: true },
  reason: 'One crane.',
  declaredBy: 'p-otto',
  declaredAt: at,
};
const place = { here: 'fence', kept: { portfolio: 'works' }, timeZone: 'UTC' };
const saying = (change: Partial<DependencyView>) =>
  wordsOf(dependenciesSection([{ ...dependency, ...change }], place));

describe('the dependencies of a project', () => {
  it('say nothing of what stands', () =>
    expect(saying({})).toContain('this one requires Port One crane. p-otto, 2027-01-01'));

  it.each(['proposed', 'authorised', 'held'] as const)('say nothing of the other while it is %s', (status) =>
    expect(saying({ toStatus: { status, since: at, stands: true } })).toContain(
      'this one requires Port One crane.',
    ),
  );

  it.each(['withdrawn', 'rejected', 'killed', 'completed'] as const)(
    'say what has become of the other: %s',
    (status) =>
      expect(saying({ toStatus: { status, since: at, stands: false } })).toContain(
        `requires Port, which was ${status} on 2027-01-01 One crane.`,
      ),
  );

  it('say that the other left the portfolio', () =>
    expect(saying({ toStatus: { status: 'left', since: at, stands: false } })).toContain(
      'Port, which left the portfolio on 2027-01-01',
    ));

  it('are no part of the page where there are none', () =>
    expect(dependenciesSection([], place)).toEqual([]));
});
