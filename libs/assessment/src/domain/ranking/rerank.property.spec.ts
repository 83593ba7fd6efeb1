import fc from 'fast-check';
import { changesOf, withChange } from './change';
import { model, portfolio } from './generated-portfolios.fixture';
import { profiler } from './profile';
import { placementsOf, rankPlaced, type RankedRow } from './rank';
import { readyModel } from './ready-model';
import { reranker } from './rerank';

const plain = ({ rank, id, name, score, reason }: RankedRow) => ({ rank, id, name, score, reason });

it('ranking again with one component in another place is ranking all again', () =>
  fc.assert(
    fc.property(portfolio(8), model, fc.nat(), (components, definition, at) => {
      const ready = readyModel(definition);
      const placed = components.map((one) => ({ ...one, placements: placementsOf(one, ready) }));
      const component = components[at % components.length];
      if (!component) throw new Error('It is there.');
      const changes = changesOf(component, { model: ready, profileFor: profiler(ready), fillsGaps: true });
      const again = reranker(
        placed,
        component,
        ready,
        changes.map(({ profile }) => profile),
      );
      for (const change of changes)
        expect(again(change.profile)).toEqual(rankPlaced(withChange(placed, change), ready).map(plain));
    }),
    { numRuns: 150 },
  ));
