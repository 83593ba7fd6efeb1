import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { TakesNoQuery } from '../http/nothing-more';
import { WriteReceipt } from '../http/receipt';

const problem = (status: number, description: string) =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDocument' } } },
  });

/** Documents a write: its headers, its receipt, and the problems every write can meet. */
export const Writes = (summary: string, { created = false }: Readonly<{ created?: boolean }> = {}) =>
  applyDecorators(
    HttpCode(created ? 201 : 200),
    TakesNoQuery(),
    ApiOperation({ summary }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'A new UUID for each new intention; the same one for a repetition.',
      schema: { type: 'string', example: '0b8f4e3e-58a3-4c55-a1a7-6f2f4b7f3a52' },
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The ETag of the last read: refused when it changed since.',
      schema: { type: 'string', example: '"0"' },
    }),
    ApiResponse({
      status: created ? 201 : 200,
      description: 'Recorded; a repetition with the same key answers the same.',
      type: WriteReceipt,
    }),
    problem(400, 'The request is malformed: `errors` names each field.'),
    problem(403, 'The caller may not do this.'),
    problem(409, 'What is recorded does not allow it.'),
    problem(412, 'The revision in If-Match is not the current one.'),
    problem(422, 'A rule refuses it, or the key was used with another body.'),
    problem(503, 'It is not known whether it was recorded: repeat with the same key.'),
  );

/** Documents a read: its answer with the cut in front, and the problems of every read. */
export const ReadsAnswer = (summary: string, example?: object) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({
      status: 200,
      description: 'The answer, with the cut it was given at: pass `asOf.token` to get the same bytes again.',
      content: { 'application/json': { schema: { type: 'object' }, ...(example ? { example } : {}) } },
    }),
    problem(400, 'A parameter is malformed.'),
    problem(404, 'It does not exist, or did not as of then.'),
    problem(409, 'The token belongs to another log.'),
    problem(503, 'The read model has not come as far as `after` yet.'),
  );
