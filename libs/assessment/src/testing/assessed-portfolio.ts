import { ProposeProjectCommand, ReviseBusinessCaseCommand } from '@docket/project';
import type { Receipt, Refused } from '@docket/kernel';
import { modelIdOf } from '../domain/scoring-model';
import { aCriterion, aDefinition, aRatedCriterion } from '../domain/scoring-model/models.fixture';
import { AssessCommand } from '../features/assess/assess.command';
import { hasModel } from './imported-history';
import { portfolioId, type Office } from './office';

/** Fit and reach are rated, the whole-life cost is measured. */
export const worth = aDefinition([
  aRatedCriterion({ weight: '0.5' }),
  aRatedCriterion({ id: 'reach', name: 'Reach', weight: '0.3' }),
  aCriterion({ weight: '0.2' }),
]);
export const worthId = modelIdOf(portfolioId, 'Worth');

/** A proposal of grace, who sponsors it, and linus, who manages it; answers its id. */
export const proposes = async (office: Office, name: string, wholeLifeCost = '3'): Promise<string> => {
  const data = {
    ...{ portfolioId, name, summary: 'Under the river.', sponsor: 'grace', manager: 'linus' },
    ...{ wholeLifeCost, start: '2026-04-01', finish: '2028-04-01' },
  };
  return (await office.does(new ProposeProjectCommand(office.requestOf('ada', 'propose', name), data))).id;
};

/** The portfolio with the model *Worth*, and proposals of these names; answers their ids. */
export const opensWithProposals = async (office: Office, ...names: string[]): Promise<readonly string[]> => {
  await office.opens();
  await hasModel(office, 'Worth', worth);
  const ids: string[] = [];
  for (const name of names) ids.push(await proposes(office, name));
  return ids;
};

let asked = 0;

/** The proposal as it stands, but sponsored or managed by others, at another cost or under another name. */
export const handsOver = (
  office: Office,
  projectId: string,
  over: Readonly<{ name: string; sponsor?: string; manager?: string; wholeLifeCost?: string }>,
): Promise<Receipt> => {
  asked += 1;
  const stated = {
    ...{ summary: 'Under the river.', sponsor: 'grace', manager: 'linus' },
    ...{ wholeLifeCost: '3', start: '2026-04-01', finish: '2028-04-01' },
  };
  return office.does(
    new ReviseBusinessCaseCommand(office.requestOf('ada', 'revise', `revise-${asked}`), {
      ...{ projectId, ...stated, ...over },
    }),
  );
};

/** Somebody's points by criterion, each with a reason that names it. */
export const assesses = (
  office: Office,
  assessor: string,
  projectId: string,
  points: Readonly<Record<string, string>>,
  given: Readonly<{ comment?: string; modelId?: string }> = {},
): Promise<Receipt | Refused<string>> => {
  asked += 1;
  const ratings = Object.entries(points).map(([criterion, each]) => ({
    criterion,
    points: each,
    reason: `${criterion} is ${each} to ${assessor}`,
  }));
  return office.asks(
    new AssessCommand(office.requestOf(assessor, 'assess', `assess-${asked}`), {
      ...{ projectId, modelId: worthId, ratings },
      ...given,
    }),
  );
};
