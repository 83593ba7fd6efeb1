import { describeCodec } from '@docket/kernel/testing';
import { codec, type BusinessCase } from '.';

const projectId = '0b5a6d4e-6f0b-8c54-9d1c-5a8a1c9a7f10';
const portfolioId = '7f1de8a0-53c2-8f6e-8a55-30c6f2f2b1aa';
const motionId = 'c1b2d9f4-1fcb-85a6-8a0f-2b7f4b3a9e01';
const source = { file: 'gmpp_2014_2023_dataset_EDA.csv', line: 17 };
const businessCase: BusinessCase = {
  name: 'Digital land register',
  summary: 'Replaces the paper register of 26 million titles; ends the backlog of applications.',
  sponsor: 'grace',
  manager: 'linus',
  wholeLifeCost: '48250000',
  expectedBenefits: '131000000.5',
  start: '2026-09-01',
  finish: '2029-03-31',
  department: 'HMLR',
  category: 'ICT',
};

describeCodec('project', codec, [
  {
    type: 'ProjectProposed',
    data: { projectId, portfolioId, proposer: 'ada', proposedOn: '2026-03-02', ...businessCase },
  },
  { type: 'ProposalRevised', data: { projectId, ...businessCase, wholeLifeCost: '51000000' } },
  {
    type: 'ProposalWithdrawn',
    data: { projectId, reason: 'The registry law was postponed to the next session.' },
  },
  {
    type: 'AuthorisedProjectImported',
    data: {
      projectId,
      portfolioId,
      presentFrom: '2014-07-01',
      name: 'Crossrail Programme',
      department: 'DFT',
      category: 'Infrastructure and Construction',
      reference: 'DFT_0009_1112-Q2',
      description: 'A new railway across London from Reading and Heathrow to Shenfield and Abbey Wood.',
      source,
    },
  },
  {
    type: 'ProjectRedescribed',
    data: {
      projectId,
      name: 'Crossrail',
      department: 'DfT',
      category: 'Infrastructure',
      reference: 'DFT_0009_2021-Q2',
      description: 'The Elizabeth line.',
      source,
    },
  },
  {
    type: 'StatusReported',
    data: {
      projectId,
      reportedFor: '2019-07-01',
      figures: {
        plannedValue: '12000.5',
        earnedValue: '11000',
        actualCost: '12850',
        budget: '-1.25',
        forecast: '1580.3',
        wholeLifeCost: '17600',
        benefits: '0',
        start: '2008-07-22',
        finish: '2021-03-31',
      },
      confidence: { scale: 'ipa-5', rating: 'Amber/Red' },
      narrative: 'The opening of the central section has been delayed.',
      source,
    },
  },
  { type: 'DepartureNoted', data: { projectId, absentFrom: '2020-07-01', source: source.file } },
  { type: 'ReturnNoted', data: { projectId, presentFrom: '2021-07-01', source } },
  { type: 'MotionClaimed', data: { projectId, motionId } },
  { type: 'MotionReleased', data: { projectId, motionId } },
  {
    type: 'DecisionCarried',
    data: {
      projectId,
      motionId,
      bodyId: 'a84e5a27-8f76-8f0f-9d2b-c0c5f4be7d31',
      outcome: 'conditional-go',
      baseline: { wholeLifeCost: '48250000', start: '2026-09-01', finish: '2029-03-31' },
    },
  },
  { type: 'MustHaveMarked', data: { projectId, reason: 'The registry act demands it from April.' } },
  { type: 'MustHaveLifted', data: { projectId, reason: 'The act was repealed.' } },
]);
