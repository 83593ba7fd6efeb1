import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@docket/contracts';
import { TakesNoQuery } from '../http/nothing-more';
import { WriteReceipt } from '../http/receipt';

const JSON_TYPE = 'application/json';

/** What a status means wherever nothing more is said. */
const MEANING = {
  400: 'The request is malformed: `errors` names each field.',
  401: 'There is no session, or it is over.',
  403: 'The caller may not do this.',
  404: 'It does not exist, or did not as of then.',
  409: 'What is recorded does not allow it.',
  412: 'The revision in If-Match is not the current one.',
  413: 'The body is larger than 1 MiB, or more than can be recorded at once.',
  415: 'The body is not JSON in UTF-8.',
  422: 'A rule refuses it.',
  503: 'A server behind Docket does not answer; ask again.',
  507: 'The disk of the log is full: nothing was recorded.',
} as const;

type Problems = { readonly [S in keyof typeof MEANING]?: string };

const problem = (status: string, description: string) =>
  ApiResponse({
    status: Number(status),
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDocument' } } },
  });

const problems = (statuses: readonly (keyof typeof MEANING)[], meanings: Problems = {}) =>
  statuses.map((status) => problem(String(status), meanings[status] ?? MEANING[status]));

/** Without an example: "Try it out" would send it with every write. */
const KEY_HEADER = {
  name: 'Idempotency-Key',
  required: true,
  description:
    'A new one for each new intention, a UUID say; the same one for a repetition. Choose it yourself: one used before with another body is refused (422).',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};

const MATCH_HEADER = {
  name: 'If-Match',
  required: false,
  description: 'The ETag of the last read, like "0" with its quotes: refused when it changed since.',
  schema: { type: 'string' },
};

/** Documents a write: its headers, its receipt, and the problems every write can meet. */
export const Writes = (summary: string, { created = false }: Readonly<{ created?: boolean }> = {}) =>
  applyDecorators(
    HttpCode(created ? 201 : 200),
    TakesNoQuery(),
    ApiOperation({ summary }),
    ApiHeader(KEY_HEADER),
    ...(created ? [] : [ApiHeader(MATCH_HEADER)]),
    ApiResponse({
      status: created ? 201 : 200,
      description: 'Recorded; a repetition with the same key answers the same.',
      type: WriteReceipt,
    }),
    ...problems([400, 401, 403, 404, 409, 412, 413, 415, 422, 503, 507], {
      422: 'A rule refuses it, or the key was used with another body.',
      503: 'It is not known whether it was recorded: repeat with the same key.',
    }),
  );

/** Documents an import that is many writes: its key, its report, and the problems it can meet. */
export const Imports = (summary: string) =>
  applyDecorators(
    HttpCode(200),
    TakesNoQuery(),
    ApiOperation({ summary }),
    ApiHeader(KEY_HEADER),
    ApiResponse({
      status: 200,
      description:
        'What was done, row by row; `result` is `refused` where nothing was, for the reasons listed. A repetition with the same key answers the same; with another key it has no further effect.',
      content: { [JSON_TYPE]: { schema: { type: 'object' } } },
    }),
    ...problems([400, 401, 403, 404, 409, 413, 415, 422, 503, 507], {
      422: 'The file cannot be read.',
      503: 'It broke off: what was recorded stays recorded, and the same again goes on from there.',
    }),
  );

type Answered = Readonly<{ description: string; type: string; schema: 'object' | 'string' }>;

const reads = (summary: string, { description, type, schema }: Answered) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, description, content: { [type]: { schema: { type: schema } } } }),
    ApiResponse({ status: 304, description: 'If-None-Match names the answer: it is still the same.' }),
    ...problems([400, 401, 404, 409, 422, 503], {
      400: 'A parameter is malformed.',
      409: 'The token belongs to another log.',
      422: 'The moment asked for has not come yet.',
      503: 'The read model has not come as far as `after` yet.',
    }),
  );

/** Documents a read: its answer with the cut in front, and the problems of every read. */
export const ReadsAnswer = (summary: string) =>
  reads(summary, {
    description: 'The answer, with the cut it was given at: pass `asOf.token` to get the same bytes again.',
    ...{ type: JSON_TYPE, schema: 'object' },
  });

/** Documents a read that answers CSV, and the problems of every read. */
export const ReadsCsv = (summary: string) =>
  reads(summary, {
    description: 'A table; the header `docket-as-of` has the token that gives the same bytes again.',
    ...{ type: 'text/csv', schema: 'string' },
  });

/** Documents a read that answers the bytes of something that was kept, without a cut in front. */
export const ReadsBytes = (summary: string) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({
      status: 200,
      description: 'The bytes as they were kept: nothing stands before or behind them.',
      content: { [JSON_TYPE]: { schema: { type: 'object' } } },
    }),
    ...problems([400, 401, 404, 409, 422, 503], {
      404: 'Nothing was kept by then, or what was kept is gone.',
      409: 'What lies there is not what was kept, or the token belongs to another log.',
    }),
  );

/** Documents what is neither read nor written to the log. */
export const Says = (
  summary: string,
  { status = 200, also = [] }: Readonly<{ status?: number; also?: readonly (keyof typeof MEANING)[] }> = {},
) =>
  applyDecorators(
    HttpCode(status),
    TakesNoQuery(),
    ApiOperation({ summary }),
    ApiResponse({
      status,
      description: 'Done.',
      ...(status === 204 ? {} : { content: { [JSON_TYPE]: { schema: { type: 'object' } } } }),
    }),
    ...problems([400, 401, 404, 413, 415, ...also]),
  );

const LINES =
  'Answers line by line (NDJSON): {"progress"} as it happens, {"result"} or {"problem"} last. What is refused before the work begins is a problem as everywhere.';

/** Documents long work of the operator. */
export const Works = (summary: string) =>
  applyDecorators(
    HttpCode(200),
    TakesNoQuery(),
    ApiOperation({ summary, description: LINES }),
    ApiResponse({
      status: 200,
      description: 'One JSON document per line.',
      content: { 'application/x-ndjson': { schema: { type: 'string' } } },
    }),
    ...problems([400, 401, 403, 409, 413, 415], { 413: 'The files are larger than 64 MiB together.' }),
  );
