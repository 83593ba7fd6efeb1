import { NOBODYS, type Case } from './refused-input.fixture';
import { fitRating } from './samples.fixture';

const assessing = 'POST /api/v1/projects/{projectId}/assessments';
const by = (modelId: string, ...ratings: readonly object[]) => ({ modelId, ratings });
const rated = (rating: object) => by('{rated}', { ...fitRating, ...rating });

/** Assessments that cannot stand. */
export const refusedAssessment: readonly Case[] = [
  ['a rating between two anchors', 'p-bea', assessing, rated({ points: '3' }), '422 rating-off-scale'],
  ['a rating above its scale', 'p-bea', assessing, rated({ points: '6' }), '422 rating-off-scale'],
  ['a rating below its scale', 'p-bea', assessing, rated({ points: '-1' }), '422 rating-off-scale'],
  ['a rating without a reason', 'p-bea', assessing, rated({ reason: undefined }), '400 fields-invalid'],
  ['no rating', 'p-bea', assessing, by('{rated}'), '400 fields-invalid'],
  [
    'a rating of what nobody asks',
    'p-bea',
    assessing,
    rated({ criterion: 'charm' }),
    '422 criterion-unknown',
  ],
  [
    'a rating of what is measured',
    'p-bea',
    assessing,
    rated({ criterion: 'confidence' }),
    '422 criterion-not-rated',
  ],
  [
    'a criterion rated twice',
    'p-bea',
    assessing,
    by('{rated}', fitRating, { ...fitRating, points: '2' }),
    '422 criterion-rated-twice',
  ],
  ['an assessment by a draft', 'p-bea', assessing, by('{modelId}', fitRating), '409 model-not-published'],
  ['an assessment by no model', 'p-bea', assessing, by(NOBODYS, fitRating), '404 model-unknown'],
  [
    'an assessment of no project',
    'p-bea',
    `POST /api/v1/projects/${NOBODYS}/assessments`,
    rated({}),
    '404 project-unknown',
  ],
  ['an assessment by nobody entitled', 'p-priya', assessing, rated({}), '403 not-allowed'],
  [
    'somebody else’s assessment withdrawn',
    'p-bea',
    'POST /api/v1/assessments/{assessmentId}/withdrawal',
    { reason: 'Too high.' },
    '403 not-yours-to-withdraw',
  ],
  [
    'an assessment withdrawn that nobody gave',
    'p-bea',
    `POST /api/v1/assessments/${NOBODYS}/withdrawal`,
    { reason: 'Too high.' },
    '404 assessment-unknown',
  ],
];
