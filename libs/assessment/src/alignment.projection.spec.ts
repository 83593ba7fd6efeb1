import { alignmentProjection } from './alignment.projection';
import type { ContributionRow } from './alignment.tables';
import type { AlignmentEvent } from './domain/alignment';
import { claimed, confirmed, withdrawn } from './domain/alignment/alignment.scenes';
import { levelOf } from './features/contributions/contribution-rows';

const at = '2026-03-02T09:00:00.000Z';

/** The one row after these events. */
const rowAfter = (...events: readonly AlignmentEvent[]) =>
  events.reduce<ContributionRow | undefined>((row, event) => {
    const on = alignmentProjection.on[event.type] as (one: object) => readonly {
      key: string;
      scope: string;
      to: (before: ContributionRow | undefined) => ContributionRow | undefined;
    }[];
    const [change] = on({ ...event, meta: { actor: 'ada', recordedAt: at } });
    expect([change?.key, change?.scope]).toEqual(['bridge/limits', 'city']);
    return change?.to(row);
  }, undefined);

const claim = { level: 4, reason: 'It lifts three.', by: 'ada', at };
const row = {
  project_id: 'bridge',
  objective_id: 'limits',
  status: 'claimed',
  scale: 'contribution-1',
  claim,
  confirmation: null,
};

describe('the row of a contribution', () => {
  it('begins with the claim', () => expect(rowAfter(claimed(4))).toEqual(row));

  it('keeps the claim beside the confirmation', () =>
    expect(rowAfter(claimed(4), confirmed(2))).toEqual({
      ...row,
      status: 'confirmed',
      confirmation: { level: 2, reason: 'Checked.', by: 'otto', at },
    }));

  it('keeps what was confirmed beside a claim made anew, until that is withdrawn', () => {
    expect(rowAfter(claimed(3), confirmed(2), claimed(4))).toMatchObject({
      ...{ status: 'claimed', claim: { level: 4 }, confirmation: { level: 2 } },
    });
    expect(rowAfter(claimed(3), confirmed(2), withdrawn(), claimed(4))).toEqual(row);
  });

  it('says that it was withdrawn', () =>
    expect(rowAfter(claimed(4), withdrawn())).toEqual({ ...row, status: 'withdrawn' }));

  it.each([confirmed(2), withdrawn()])('stops loudly where nothing was claimed: $type', (event) =>
    expect(() => rowAfter(event)).toThrow('Contribution bridge/limits changed before it was claimed.'),
  );
});

describe('a level as answers show it', () => {
  it('says what it means', () =>
    expect(levelOf('contribution-1', 4)).toEqual({
      level: 4,
      name: 'essential',
      meaning: 'Without it the target cannot be reached.',
      alignment: '100',
    }));

  it('is never made up', () =>
    expect(() => levelOf('contribution-1', 5)).toThrow('The scale contribution-1 has no level 5.'));
});
