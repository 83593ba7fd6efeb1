import { samplePeople } from '@docket/identity';
import { mayDo } from './may-do';

describe('what the roles of a person let them do to anything', () => {
  it('is to judge what gates ask, for assessors and the PMO', () =>
    expect(samplePeople.filter(({ id }) => mayDo(id).judgesCriteria).map(({ id }) => id)).toEqual([
      ...['p-otto', 'p-lena', 'p-bea', 'p-carl', 'p-dina'],
    ]));

  it('is to give any closure report, for the PMO', () =>
    expect(samplePeople.filter(({ id }) => mayDo(id).closesAnything).map(({ id }) => id)).toEqual([
      ...['p-otto', 'p-lena'],
    ]));

  it('is nothing for nobody', () =>
    expect(mayDo('p-nobody')).toEqual({ judgesCriteria: false, closesAnything: false }));
});
