import type { RowVersion } from '@docket/kernel';
import type { ConfidenceInRow, ProjectRow } from '@docket/project';
import { confidenceStatement } from './confidence-origin';

const said = (eventId: string, rating: string | null, reviewer: string | null = null): ConfidenceInRow => ({
  ...{ day: '2019-07-01', reviewer, scale: rating && 'ipa-3', rating },
  ...{ eventId, revision: 1 },
});
const version = (validFrom: number, ...confidences: readonly ConfidenceInRow[]): RowVersion<ProjectRow> => ({
  ...{ key: 'p', scope: 's', validFrom },
  row: { confidences } as unknown as ProjectRow,
});
const [listed, bea, dina] = [said('e1', 'red'), said('e2', 'amber', 'bea'), said('e3', 'red', 'dina')];

describe('the event that stated a delivery confidence', () => {
  it('is that of the judgement, whatever else was reported since', () =>
    expect(confidenceStatement([version(4, listed), version(6, listed, bea), version(9, listed, bea)])).toBe(
      6,
    ));

  it('is a later one that says the same', () =>
    expect(confidenceStatement([version(4, listed), version(6, said('e5', 'red'))])).toBe(6));

  it('is its own also where it counts only since a later one was withdrawn', () =>
    expect(
      confidenceStatement([version(4, bea), version(6, bea, dina), version(8, bea, dina), version(9, bea)]),
    ).toBe(4));

  it('is none where a list rates it no more, where nobody said any, and where nothing is known', () => {
    expect(confidenceStatement([version(4, listed), version(6, said('e5', null))])).toBeUndefined();
    expect(confidenceStatement([version(4)])).toBeUndefined();
    expect(confidenceStatement([])).toBeUndefined();
  });
});
