import type { Recorded } from '@docket/kernel';
import type { InterestDeclared, InterestWithdrawn } from './domain/project';
import { interestsProjection, type InterestRow } from './interest.projection';

type Said = InterestDeclared | InterestWithdrawn;

const [monday, tuesday, friday] = [
  '2026-03-02T09:00:00.000Z',
  '2026-03-03T09:00:00.000Z',
  '2026-03-06T09:00:00.000Z',
];
const of = { projectId: 'rail', personId: 'bea' };

const by = (actor: string, event: Said): Recorded<Said> => {
  const place = { stream: 'docket-project-rail', revision: 0 };
  const meta = {
    ...{ ...place, previous: null, actor, authentication: 'local-session', commandId: 'command' },
    ...{ bodyDigest: 'digest', correlationId: 'correlation', recordedAt: monday, portfolio: 'city' },
    origin: 'live',
    guards: [],
  } as const;
  return { ...event, ...place, id: 'event', position: '9', meta };
};
const declared = (actor: string, declaredAt: string, description = 'Shares.'): Recorded<Said> =>
  by(actor, { type: 'InterestDeclared', data: { ...of, nature: 'financial', description, declaredAt } });
const withdrawn = (withdrawnAt: string): Recorded<Said> =>
  by('bea', { type: 'InterestWithdrawn', data: { ...of, reason: 'Sold.', withdrawnAt } });

const after = (...said: readonly Recorded<Said>[]): InterestRow | undefined =>
  said.reduce<InterestRow | undefined>((row, event) => {
    const on = interestsProjection.on[event.type] as (
      event: Recorded<Said>,
    ) => readonly { to: (row?: InterestRow) => InterestRow }[];
    return on(event)[0]?.to(row);
  }, undefined);

describe('the register of interests', () => {
  it('keeps when and by whom an interest was first declared, whoever says it otherwise while it stands', () =>
    expect(after(declared('bea', monday), declared('otto', tuesday, 'Many shares.'))).toMatchObject({
      ...{ declared_at: monday, declared_by: 'bea', description: 'Many shares.', former: [] },
      revised: { at: tuesday, by: 'otto' },
    }));

  it('keeps an interest that has ended beside another one that is declared later', () =>
    expect(
      after(declared('bea', monday), withdrawn(tuesday), declared('bea', friday, 'Other shares.')),
    ).toMatchObject({
      ...{ declared_at: friday, description: 'Other shares.', revised: null, ended: null },
      former: [
        { declared_at: monday, description: 'Shares.', ended: { at: tuesday, by: 'bea', reason: 'Sold.' } },
      ],
    }));

  it('keeps each of them, however often', () => {
    const row = after(
      declared('bea', monday),
      withdrawn(monday),
      declared('bea', tuesday),
      withdrawn(tuesday),
      declared('bea', friday),
    );
    expect(row?.former.map(({ declared_at }) => declared_at)).toEqual([monday, tuesday]);
  });
});
