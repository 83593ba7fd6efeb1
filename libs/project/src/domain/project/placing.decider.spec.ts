import { specFor } from '@docket/kernel/testing';
import { decider, type NodeFacts, type ProjectCommand, type ProjectEvent } from '.';
import {
  carried,
  claimed,
  historyReached,
  imported,
  importedIn,
  projectId,
  proposed,
  settledPortfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const roads: NodeFacts = { name: 'Roads', status: 'open' };
const place = (
  nodeId: string | null,
  node: NodeFacts | undefined = nodeId === null ? undefined : roads,
  portfolio = settledPortfolio,
): ProjectCommand => ({
  type: 'PlaceProject',
  data: { projectId, portfolio, nodeId, ...(node ? { node } : {}) },
});
const nowhere: ProjectCommand = {
  type: 'PlaceProject',
  data: { projectId, portfolio: settledPortfolio, nodeId: 'n' },
};
const placed = (nodeId: string | null): ProjectEvent => ({
  type: 'ProjectPlaced',
  data: { projectId, nodeId },
});
const on = (outcome: 'go' | 'hold' | 'reject' | 'kill' | 'complete', from: ProjectEvent = imported) =>
  [from, claimed('m'), carried('m', outcome)] as const;

describe('placing a project', () => {
  it.each<[string, readonly ProjectEvent[]]>([
    ['proposed', [proposed]],
    ['authorised', [imported]],
    ['held', on('hold')],
  ])('puts what is %s into a node', (_, history) =>
    given(...history)
      .when(place('roads'))
      .then(placed('roads')),
  );

  it('takes it from one node to another', () =>
    given(proposed, placed('rail')).when(place('roads')).then(placed('roads')));
  it('takes it back into the portfolio itself', () =>
    given(proposed, placed('roads')).when(place(null)).then(placed(null)));

  it.each<[string, readonly ProjectEvent[], string | null]>([
    ['in the node', [proposed, placed('roads')], 'roads'],
    ['in the portfolio', [proposed], null],
    ['in the portfolio again', [proposed, placed('roads'), placed(null)], null],
  ])('changes nothing where it stands already: %s', (_, history, nodeId) =>
    given(...history)
      .when(place(nodeId))
      .thenNothing(),
  );

  it('needs a node of its own portfolio', () => given(proposed).when(nowhere).thenRefused('node-unknown'));
  it('needs an open node', () =>
    given(proposed)
      .when(place('roads', { name: 'Roads', status: 'closed' }))
      .thenRefused('node-closed'));

  it.each<[string, readonly ProjectEvent[]]>([
    ['rejected', on('reject', proposed)],
    ['killed', on('kill')],
    ['completed', on('complete')],
    ['withdrawn', [proposed, { type: 'ProposalWithdrawn', data: { projectId, reason: 'No.' } }]],
  ])('is for what stands, not for what is %s', (_, history) =>
    given(...history)
      .when(place('roads'))
      .thenRefused('project-ended'),
  );
  it('is for what is there, not for what has left', () =>
    given(imported, {
      type: 'DepartureNoted',
      data: { projectId, absentFrom: '2015-07-01', source: 'gmpp-2015.csv' },
    })
      .when(place('roads'))
      .thenRefused('project-left'));

  it('needs a project', () => given().when(place('roads')).thenRefused('project-unknown'));
  it('needs a portfolio', () =>
    given(proposed)
      .when(place('roads', roads, { status: 'absent' }))
      .thenRefused('portfolio-unknown'));
  it('does not come with a list whose history is settled', () =>
    given(imported).when(place('roads'), importedIn(2015)).thenRefused('history-settled'));
  it('may come with history that is still open', () =>
    given(imported)
      .when(place('roads', roads, historyReached(2015)), importedIn(2015))
      .then(placed('roads')));

  it('outlives a decision: the place is kept where the work is authorised, and where it ends', () => {
    given(proposed, placed('roads'), claimed('m'), carried('m', 'go')).when(place('roads')).thenNothing();
    given(imported, placed('roads'), claimed('m'), carried('m', 'kill')).when(place('roads')).thenNothing();
  });
});
