import { specFor } from '@docket/kernel/testing';
import { decider, type ProjectCommand, type ProjectEvent } from '.';
import { passed, reached } from '../../testing/gate.scenes';
import {
  bodyId,
  businessCase,
  carried,
  claimed,
  projectId,
  proposed,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);

const dearer = { ...businessCase, wholeLifeCost: '1500' };
const revised: ProjectEvent = { type: 'BusinessCaseRevised', data: { projectId, ...dearer } };
const carry = (isReBaseline: boolean): ProjectCommand => ({
  type: 'CarryDecision',
  data: { projectId, portfolio, motionId: 'm2', bodyId, outcome: 'go', isReBaseline },
});
const work = [proposed, claimed('m1'), carried('m1', 'go'), revised] as const;
const { data: goOn } = carried('m2', 'go');
const { wholeLifeCost, expectedBenefits, start, finish } = dearer;
const baselined: ProjectEvent = {
  type: 'DecisionCarried',
  data: { ...goOn, baseline: { wholeLifeCost, expectedBenefits, start, finish } },
};

describe('a new baseline of work', () => {
  it('is what its case says by then', () =>
    given(...work, claimed('m2'))
      .when(carry(true))
      .then(baselined));

  it('lets it through no gate: that was not asked', () =>
    given(...work, reached('idea'), claimed('m2'))
      .when(carry(true))
      .then(baselined));

  it('is none where work is told to go on: the baseline stays, and the gate is passed', () =>
    given(...work, reached('idea'), claimed('m2'))
      .when(carry(false))
      .then(carried('m2', 'go'), {
        type: 'GatePassed',
        data: { ...passed('idea', 'go', ['idea-sponsored']).data, motionId: 'm2' },
      }));
});
