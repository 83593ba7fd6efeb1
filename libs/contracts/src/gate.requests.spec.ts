import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { ClosureRequest, GateJudgementRequest, PublishGatesRequest } from '.';

const isTaken = (shape: new () => object, body: object): boolean =>
  validateSync(plainToInstance(shape, body), { whitelist: true, forbidNonWhitelisted: true }).length === 0;

const criterion = { id: 'funding', wording: 'It is funded.', meet: 'must', needsEvidence: true };
const gate = { id: 'case', name: 'Business case', criteria: [criterion] };
const gates = (over: object) => ({ kind: 'project', gates: [{ ...gate, ...over }] });

describe('gates as somebody publishes them', () => {
  it.each([
    ['as they are', gates({})],
    ['for programmes', { ...gates({}), kind: 'programme' }],
    [
      'with what should be met, by no evidence',
      gates({ criteria: [{ ...criterion, meet: 'should', needsEvidence: false }] }),
    ],
    ['with ids of letters, digits and hyphens', gates({ id: '2-case' })],
  ])('are taken %s', (_, body) => expect(isTaken(PublishGatesRequest, body)).toBe(true));

  it.each([
    ['of another kind', { ...gates({}), kind: 'portfolio' }],
    ['with an id in capitals', gates({ id: 'Case' })],
    ['with an id that begins with a hyphen', gates({ id: '-case' })],
    ['with an id of a blank', gates({ id: 'the case' })],
    ['with an id that is too long', gates({ id: 'a'.repeat(41) })],
    ['without a name', gates({ name: ' ' })],
    ['without criteria', gates({ criteria: [] })],
    ['with a criterion that may be met', gates({ criteria: [{ ...criterion, meet: 'may' }] })],
    ['with a criterion that says nothing', gates({ criteria: [{ ...criterion, wording: '' }] })],
    ['with evidence needed in words', gates({ criteria: [{ ...criterion, needsEvidence: 'yes' }] })],
    [
      'with more criteria than anybody judges',
      gates({ criteria: Array.from({ length: 41 }, () => criterion) }),
    ],
    [
      'with more gates than anybody passes',
      { kind: 'project', gates: Array.from({ length: 21 }, () => gate) },
    ],
    ['with a field nobody knows', gates({ due: '2027-04-01' })],
  ])('are not taken %s', (_, body) => expect(isTaken(PublishGatesRequest, body)).toBe(false));
});

describe('a judgement of a criterion', () => {
  const judgement = { gate: 'case', criterion: 'funding', finding: 'met', reason: 'Read it.' };

  it.each(['met', 'not-met', 'not-applicable'])('finds: %s', (finding) =>
    expect(isTaken(GateJudgementRequest, { ...judgement, finding })).toBe(true),
  );

  it.each([{ finding: 'maybe' }, { reason: ' ' }, { criterion: 'FUNDING' }, { gate: null }])(
    'is not taken with %j',
    (wrong) => expect(isTaken(GateJudgementRequest, { ...judgement, ...wrong })).toBe(false),
  );
});

describe('a closure report as somebody gives it', () => {
  const closure = {
    finalCost: { amount: '47900000.50', currency: 'GBP' },
    ...{ start: '2024-04-01', finish: '2026-03-31', lessons: 'Ask first.', benefitOwner: 'p-maya' },
  };

  it.each([
    ['whole', closure],
    ['without a start', { ...closure, start: undefined }],
    ['without an owner of the benefits', { ...closure, benefitOwner: undefined, noOwnerReason: 'None.' }],
    ['with a cost of nothing', { ...closure, finalCost: { amount: '0', currency: 'GBP' } }],
  ])('is taken %s', (_, body) => expect(isTaken(ClosureRequest, body)).toBe(true));

  it.each([
    ['with a cost that is a number', { ...closure, finalCost: { amount: 5, currency: 'GBP' } }],
    ['with a cost with an exponent', { ...closure, finalCost: { amount: '1e6', currency: 'GBP' } }],
    ['with a cost with separators', { ...closure, finalCost: { amount: '47,900', currency: 'GBP' } }],
    ['with a cost without a currency', { ...closure, finalCost: { amount: '1' } }],
    ['with a currency in words', { ...closure, finalCost: { amount: '1', currency: 'pounds' } }],
    ['with a day that does not exist', { ...closure, finish: '2026-02-30' }],
    ['without an end', { ...closure, finish: undefined }],
    ['with nothing learned', { ...closure, lessons: '\n' }],
    ['with an owner nobody knows', { ...closure, benefitOwner: 'p-nobody' }],
    ['with no owner written as null', { ...closure, benefitOwner: null }],
  ])('is not taken %s', (_, body) => expect(isTaken(ClosureRequest, body)).toBe(false));
});
