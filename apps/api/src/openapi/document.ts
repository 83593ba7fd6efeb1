import type { INestApplication } from '@nestjs/common';
import { describing } from '@docket/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { problemKinds } from '../problems/problem-kinds';
import { withExamples } from './examples';

const DESCRIPTION = `Docket decides which projects an organisation should run and keeps a record of every decision that can be
replayed as of any day. Every read takes \`asOf\` (a day, an instant, an event number or the token of an earlier answer) and
prints the cut it was answered at. Every write takes an \`Idempotency-Key\`: sent twice, it has one effect and gives the same
answer. Problems are RFC 9457 documents with a stable \`code\`. On this machine: open a session (POST /api/v1/session) to write.`;

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problemKinds) },
    detail: { type: 'string', description: 'What is so, and what would help.' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};

/** `projects.propose`: what is asked for, and of what. */
const operationIdFactory = (controller: string, method: string): string => {
  const name = controller.replace(/Controller$/, '');
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}.${method}`;
};

/** The API described: every controller is looked at, so keep what it gives. */
export const openApiDocument = (app: INestApplication): OpenAPIObject => {
  const { DocumentBuilder, SwaggerModule } = describing();
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Docket')
    .setVersion('1')
    .setDescription(DESCRIPTION)
    .addCookieAuth('docket_session')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ProblemDocument: problemSchema as never },
  };
  return withExamples(document);
};
