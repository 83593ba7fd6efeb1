import type { Receipt, Refused } from '@docket/kernel';
import { ApiProperty } from '@docket/contracts';
import type { FastifyReply } from 'fastify';
import { Problem } from '../problems/problem';
import type { ProblemCode } from '../problems/problem-kinds';

/** The answer to an accepted write; a repetition gets the same one. */
export class WriteReceipt {
  @ApiProperty({ example: '6f0c2a52-9f0e-8b1d-9c3a-2f5d1c7e4b10', description: 'Id of what was written to.' })
  id: string;
  @ApiProperty({ example: 0, description: 'Its revision now; also the ETag, for If-Match.' })
  revision: number;
  @ApiProperty({
    example: '4811',
    description: 'Where the log stands after it; pass it as `after` to read your own write.',
  })
  position: string;
}

/** Sends a receipt with its ETag, and the place of what was created; or throws the refusal as a problem. */
export const answerWrite = (
  reply: FastifyReply,
  result: Receipt | Refused<ProblemCode>,
  created?: (id: string) => string,
): WriteReceipt => {
  if (result.outcome === 'refused') throw Problem.of(result.refusal);
  const { id, revision, position } = result;
  void reply.header('etag', `"${revision}"`);
  if (created) void reply.code(201).header('location', created(id));
  return { id, revision, position };
};
