import type { TraceEntry } from '../http/trace';
import { historyTable, saidBy } from './history.view';

const happened = (type: string, details: TraceEntry['details']): TraceEntry => ({
  number: 7,
  eventId: 'event-7',
  revision: 0,
  type,
  date: '2020-01-01T04:59:59.999Z',
  recordedAt: '2026-01-01T00:00:00.000Z',
  knownAt: null,
  actor: 'p-maya',
  authentication: 'local-session',
  commandId: 'command',
  correlationId: 'conversation',
  causationId: null,
  guards: [],
  details,
});

const baseline = { wholeLifeCost: '1200000', start: '2019-01-01', finish: '2022-12-31' };

describe('what an event of a project said', () => {
  it.each<[string, TraceEntry['details'], string]>([
    [
      'ProjectProposed',
      { ...baseline, expectedBenefits: '5', summary: 'A bridge.' },
      'whole-life cost GBP 1,200,000, benefits GBP 5, start 2019-01-01, finish 2022-12-31; “A bridge.”',
    ],
    ['ProposalWithdrawn', { reason: 'No money' }, 'No money'],
    [
      'PartDeclined',
      { part: 'sponsor', personId: 'p-maya', reason: 'Nobody asked me.' },
      'p-maya declined to be sponsor; “Nobody asked me.”',
    ],
    ['PartTakenUp', { part: 'sponsor', personId: 'p-maya' }, 'p-maya took up the part of sponsor again'],
    [
      'AuthorisedProjectImported',
      { presentFrom: '2019-09-30', department: 'DfT' },
      'in the list of 2019-09-30; DfT',
    ],
    ['ProjectRedescribed', { department: 'HMT' }, 'HMT'],
    ['ProjectRedescribed', { description: 'A tunnel.' }, '“A tunnel.”'],
    ['ProjectRedescribed', { name: 'Tunnel', description: 'A tunnel.' }, 'Tunnel; “A tunnel.”'],
    [
      'StatusReported.v1',
      {
        reportedFor: '2019-09-30',
        confidence: { scale: 'ipa-5', rating: 'amber' },
        figures: { forecast: '44', budget: '40' },
      },
      'for 2019-09-30; rated amber; budget GBP 40, forecast GBP 44',
    ],
    [
      'StatusReportCorrected',
      {
        reportedFor: '2019-09-30',
        figures: { forecastCost: '44', forecastFinish: '2023-01-31' },
        reason: 'Mistyped.',
      },
      'for 2019-09-30; forecast cost GBP 44, forecast finish 2023-01-31; “Mistyped.”',
    ],
    [
      'DeliveryConfidenceJudged',
      { judgedFor: '2019-09-30', reviewer: 'p-dina', scale: 'ipa-3', rating: 'red', reason: 'No deck.' },
      'for 2019-09-30; red (ipa-3), judged by p-dina; “No deck.”',
    ],
    [
      'DeliveryConfidenceWithdrawn',
      { judgedFor: '2019-09-30', reviewer: 'p-dina', reason: 'Another bridge.' },
      'the judgement of p-dina for 2019-09-30; “Another bridge.”',
    ],
    [
      'DepartureNoted',
      { absentFrom: '2020-09-30' },
      'no longer in the list of 2020-09-30: it left without a recorded decision',
    ],
    ['ReturnNoted', { presentFrom: '2021-09-30' }, 'in the list of 2021-09-30 again'],
    ['MotionClaimed', { motionId: 'motion-1' }, ''],
    [
      'DecisionCarried',
      { outcome: 'conditional-go', baseline },
      'decided: conditional go; whole-life cost GBP 1,200,000, start 2019-01-01, finish 2022-12-31',
    ],
    ['DecisionCarried', { outcome: 'kill' }, 'decided: kill'],
    ['SomethingLater', { outcome: 'kill' }, ''],
  ])('%s of %j: %s', (type, details, said) => expect(saidBy(happened(type, details), 'GBP')).toBe(said));

  it('stands beside the day in the time zone of the portfolio', () => {
    const entries = [happened('DecisionCarried', { outcome: 'kill', motionId: 'motion-1' })];
    const { text } = historyTable(
      entries,
      { currency: 'USD', timeZone: 'America/New_York' },
      { kept: { portfolio: 'p' } },
    );
    expect(text).toContain('<td class="day">2019-12-31</td>');
    expect(text).toContain('<a href="/api/v1/motions/motion-1">motion</a>');
    expect(text).toContain('<a href="/events/7?portfolio=p">7</a>');
    expect(text).toContain('<td>Maya Okafor (p-maya)</td>');
  });
});
