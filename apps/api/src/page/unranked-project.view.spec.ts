import type { ProjectDetail } from '@docket/project';
import { html } from './html';
import { unrankedProjectView } from './unranked-project.view';

const killed: ProjectDetail = {
  id: 'bridge',
  portfolioId: 'works',
  name: 'South bridge',
  department: 'DfT',
  category: null,
  reference: null,
  status: 'killed',
  since: '2019-01-01',
  absentFrom: null,
  proposer: 'p-priya',
  sponsor: null,
  manager: null,
  declined: [],
  interested: [],
  openMotion: null,
  businessCase: {
    wholeLifeCost: '900',
    expectedBenefits: '1000',
    start: '2019-01-01',
    finish: '2022-12-31',
    scope: null,
    options: null,
    budgetByYear: [],
    demand: [],
    benefits: [],
    risks: [],
  },
  baseline: null,
  differsFromBaseline: [],
  reports: 1,
  firstReportedFinish: null,
  lastReport: {
    reportedFor: '2019-06-30',
    figures: { budget: '90' },
    confidence: { scale: 'ipa-5', rating: 'red' },
    eventId: 'event-3',
    revision: 2,
  },
  previousReport: null,
  reported: {
    wholeLifeCost: { value: '1200000', reportedFor: '2018-06-30', eventId: 'event-2' },
    budget: { value: '90', reportedFor: '2019-06-30', eventId: 'event-3' },
  },
  confidence: {
    ...{ day: '2019-06-30', reviewer: null, scale: 'ipa-5', rating: 'red' },
    ...{ eventId: 'event-3', revision: 2 },
  },
  mustHave: null,
  node: null,
  description: null,
  baselineScope: null,
  narrative: null,
};

it('a killed project shows why it is not ranked, its last figures, and the way back to the day', () => {
  const { text } = unrankedProjectView({
    asOf: {
      token: 'token',
      number: 7,
      recordedNumber: 7,
      at: '2020-01-01T04:59:59.999Z',
      log: 'log',
      definition: 'd1',
    },
    kept: { portfolio: 'works', asOf: '2019-12-31' },
    portfolio: { name: 'Works', currency: 'GBP', timeZone: 'Europe/London' },
    refusal: '"South bridge" is killed: only components that are held are ranked.',
    project: killed,
    entries: [],
    file: html``,
    told: new Map(),
  });
  const facts = [...text.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)<\/dd>/g)].map(([, label, value]) => [
    label,
    value,
  ]);
  expect(facts).toEqual([
    ['Status', 'killed'],
    ['Department', 'DfT'],
    ['Known since', '2019-01-01'],
    ['Business case', 'whole-life cost GBP 900, benefits GBP 1,000, start 2019-01-01, finish 2022-12-31'],
    ['Last report', 'for 2019-06-30'],
    ['Delivery confidence', 'red (ipa-5), as listed for 2019-06-30'],
    ['Reported', 'budget GBP 90; whole-life cost GBP 1,200,000 (last said for 2018-06-30)'],
  ]);
  expect(text).toContain('<h1>South bridge</h1>');
  expect(text).toContain('&quot;South bridge&quot; is killed: only components that are held are ranked.');
  expect(text).toContain('href="/?portfolio=works&amp;asOf=2019-12-31"');
});
