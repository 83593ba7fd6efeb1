import type { Case } from './refused-input.fixture';
import { judgement, today } from './samples.fixture';

const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const judging = 'POST /api/v1/projects/{projectId}/confidence';

/** Judgements of delivery that cannot stand. */
export const refusedJudgement: readonly Case[] = [
  ['a judgement by the manager', 'p-priya', judging, judgement, '403 not-allowed'],
  [
    'a judgement off its scale',
    'p-dina',
    judging,
    { ...judgement, rating: 'amber-red' },
    '422 confidence-off-scale',
  ],
  [
    'a judgement on no scale',
    'p-dina',
    judging,
    { ...judgement, scale: 'ipa-4' },
    '422 confidence-off-scale',
  ],
  [
    'a judgement from the future',
    'p-dina',
    judging,
    { ...judgement, judgedFor: dayAfter(3) },
    '422 judgement-from-the-future',
  ],
  [
    'a judgement before its project',
    'p-dina',
    judging,
    { ...judgement, judgedFor: '2001-01-01' },
    '422 judgement-before-project',
  ],
  [
    'a judgement without a reason',
    'p-dina',
    judging,
    { ...judgement, reason: undefined },
    '400 fields-invalid',
  ],
  [
    'a judgement withdrawn that nobody gave',
    'p-dina',
    `${judging}/withdrawal`,
    { judgedFor: today(), reason: 'Mistaken.' },
    '404 judgement-unknown',
  ],
];
