import { operations, reachOf, rolesFor, type Role } from './rights';
import { samplePeople } from './person';

describe('who may do what', () => {
  it('lets everybody read', () => expect(reachOf(['reader'], 'read')).toBe('anything'));

  it('refuses a reader every write', () => {
    const reach = operations
      .filter((o) => o !== 'read' && o !== 'open-session')
      .map((o) => reachOf(['reader'], o));
    expect(new Set(reach)).toEqual(new Set(['nothing']));
  });

  it('shows the votes of an open ballot to auditors and the operator, to who may sit on a body unless recused, to nobody without a name', () =>
    expect(
      [['auditor'], ['operator'], ['board-member'], ['project-manager'], ['reader']].map((roles) =>
        reachOf(roles as Role[], 'see-open-ballot'),
      ),
    ).toEqual(['anything', 'anything', 'own', 'own', 'nothing']));

  it('keeps project managers to their own proposals and reports', () => {
    expect(reachOf(['project-manager'], 'revise-business-case')).toBe('own');
    expect(reachOf(['project-manager'], 'report-status')).toBe('own');
    expect(reachOf(['project-manager'], 'publish-model')).toBe('nothing');
  });

  it('lets every person there is decline a part, their own, and the operator none', () => {
    for (const { roles } of samplePeople)
      for (const operation of ['decline-part', 'take-up-part'] as const)
        expect(reachOf(roles, operation)).toBe('own');
    expect(reachOf(['operator'], 'decline-part')).toBe('nothing');
  });

  it('keeps the operator out of every body', () =>
    expect(
      ['table-motion', 'open-ballot', 'cast-vote', 'close-ballot', 'record-decision'].map((o) =>
        reachOf(['operator'], o as 'cast-vote'),
      ),
    ).toEqual(Array(5).fill('nothing')));

  it('lets whoever grants authority revoke it as far: an import of a scheme does both with the one right', () => {
    for (const role of ['operator', ...samplePeople.flatMap(({ roles }) => roles)] as const)
      expect([role, reachOf([role], 'revoke-grant')]).toEqual([role, reachOf([role], 'grant-authority')]);
    expect(reachOf(['operator'], 'grant-authority')).toBe('anything');
  });

  it('lets assessors assess anything, and withdraw what is theirs', () =>
    expect([
      reachOf(['assessor'], 'assess'),
      reachOf(['assessor'], 'withdraw-assessment'),
      reachOf(['pmo'], 'assess'),
      reachOf(['pmo'], 'withdraw-assessment'),
    ]).toEqual(['anything', 'own', 'nothing', 'anything']));

  it('adds up the roles of one person', () =>
    expect(reachOf(['reader', 'pmo'], 'publish-model')).toBe('anything'));

  it('names for each operation who may', () =>
    expect(rolesFor('withdraw-proposal')).toEqual(['pmo', 'project-manager', 'portfolio-manager']));
});
