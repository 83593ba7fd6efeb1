import { describeCodec } from '@docket/kernel/testing';
import { codec, type BusinessCase } from '.';
import { gateExamples } from '../../testing/gate.examples';

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
  scope: 'The register and its applications; not the courts that read it.',
  options: 'Scanning the paper: rejected, it cannot be searched.',
  vendor: 'Registra Ltd',
  tags: ['cloud', 'law'],
  budgetByYear: [
    { year: 2026, amount: '8250000' },
    { year: 2027, amount: '40000000' },
  ],
  demand: [{ skill: 'database engineer', month: '2026-10', hours: '320.5' }],
  benefits: [
    {
      id: 'backlog',
      name: 'No backlog',
      metric: 'applications waiting, fewer',
      unit: 'applications',
      owner: 'ada',
      planned: [{ day: '2029-06-30', amount: '40000' }],
    },
    {
      id: 'fees',
      name: 'Cheaper entries',
      metric: 'cost of an entry, less',
      unit: 'money',
      owner: 'grace',
      planned: [
        { day: '2029-12-31', amount: '31000000.5' },
        { day: '2030-12-31', amount: '100000000' },
      ],
    },
  ],
  risks: [
    { id: 'law', probability: 3, impact: 5, owner: 'grace' },
    { id: 'paper', probability: 2, impact: 2 },
  ],
  riskTexts:
    '{"law":{"description":"The law comes late.","response":"Ask the ministry every month."},"paper":{"description":"Titles are missing."}}',
};

describeCodec('project', codec, [
  {
    type: 'ProjectProposed',
    data: { projectId, portfolioId, proposer: 'ada', proposedOn: '2026-03-02', ...businessCase },
  },
  { type: 'ProposalRevised', data: { projectId, ...businessCase, wholeLifeCost: '51000000' } },
  { type: 'BusinessCaseRevised', data: { projectId, ...businessCase, finish: '2030-03-31' } },
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
        forecastCost: '18250',
        forecastFinish: '2022-05-24',
        start: '2008-07-22',
        finish: '2021-03-31',
      },
      ownStatus: 'amber',
      defects: { confirmed: 412, size: '118.5', sizeUnit: 'kilometre of track' },
      satisfaction: { asked: 40, responses: 25, favourable: 15, mean: '3.52' },
      requirements: { assessed: 120, met: 96 },
      personTimeHours: '910400.25',
      confidence: { scale: 'ipa-5', rating: 'amber-red', reviewer: 'ada' },
      narrative: 'The opening of the central section has been delayed.',
      source,
    },
  },
  {
    type: 'StatusReportCorrected',
    data: {
      projectId,
      reportedFor: '2019-07-01',
      figures: { plannedValue: '12000.5', earnedValue: '10900', actualCost: '12850' },
      ownStatus: 'red',
      narrative: 'The opening of the central section has been delayed by two years.',
      corrects: 5,
      reason: 'Two stations had been counted as finished.',
    },
  },
  {
    type: 'DeliveryConfidenceJudged',
    data: {
      projectId,
      judgedFor: '2019-07-01',
      reviewer: 'dina',
      scale: 'ipa-5',
      rating: 'amber-red',
      reason: 'Two stations are behind, and nobody says by how much.',
      corrects: 7,
    },
  },
  {
    type: 'DeliveryConfidenceWithdrawn',
    data: {
      projectId,
      judgedFor: '2019-07-01',
      reviewer: 'dina',
      withdraws: 8,
      reason: 'It was of another line.',
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
      baseline: {
        wholeLifeCost: '48250000',
        expectedBenefits: '131000000.5',
        budgetByYear: businessCase.budgetByYear ?? [],
        start: '2026-09-01',
        finish: '2029-03-31',
        benefits: businessCase.benefits ?? [],
      },
      scope: 'The register and its applications; not the courts that read it.',
    },
  },
  { type: 'MustHaveMarked', data: { projectId, reason: 'The registry act demands it from April.' } },
  { type: 'MustHaveLifted', data: { projectId, reason: 'The act was repealed.' } },
  { type: 'ProjectPlaced', data: { projectId, nodeId: '0cf53bd9-5297-895e-bf97-90485f13ee7f' } },
  {
    type: 'PartDeclined',
    data: {
      projectId,
      part: 'sponsor',
      personId: 'grace',
      reason: 'Nobody asked me; I assess for the board.',
    },
  },
  { type: 'PartTakenUp', data: { projectId, part: 'sponsor', personId: 'grace' } },
  {
    type: 'InterestDeclared',
    data: {
      ...{ projectId, personId: 'bea-novak', nature: 'family' },
      description: 'My brother owns a share of the contractor.',
      declaredAt: '2026-03-02T09:00:00.000Z',
    },
  },
  {
    type: 'InterestWithdrawn',
    data: {
      ...{ projectId, personId: 'bea-novak', reason: 'He sold it in March.' },
      withdrawnAt: '2026-04-02T09:00:00.000Z',
    },
  },
  ...gateExamples({ projectId, motionId }),
]);

describe('what version 1 said is what it says today', () => {
  it.each(['ProjectProposed', 'ProposalRevised', 'StatusReported', 'DecisionCarried'])(
    '%s: nothing is made up for what it did not know',
    (type) => {
      const data = { projectId, reportedFor: '2019-07-01', figures: { budget: '1' } };
      expect(codec.decode({ type: `${type}.v1`, data })).toEqual({ type, data });
    },
  );
});
