import { Alignment, Assessment, ScoringModel } from '@docket/assessment';
import { Redactions } from '@docket/audit';
import { Body, decisionFollowUp, Motion } from '@docket/governance';
import { streamName } from '@docket/kernel';
import { Composition, Portfolio, Strategy } from '@docket/portfolio';
import { DependencyGraph, Project } from '@docket/project';
import { isShownStream } from './shown-streams';

const stream = (category: string): string =>
  streamName('docket', category, '5b1f8a52-64a1-8e0c-9d42-2f7c1be0a913');

describe('what the events of a stream say', () => {
  it.each([
    ...[Portfolio, Composition, Strategy, Project, DependencyGraph],
    ...[ScoringModel, Alignment, Assessment, Body, Motion, Redactions],
  ])('is shown where a read tells it already: $category', ({ category }) =>
    expect(isShownStream(stream(category))).toBe(true),
  );

  it.each([decisionFollowUp.aggregate.category, 'something-new'])('is withheld of %s', (category) =>
    expect(isShownStream(stream(category))).toBe(false),
  );

  it('is withheld of a stream of no name of ours', () => expect(isShownStream('docket-motion')).toBe(false));
});
