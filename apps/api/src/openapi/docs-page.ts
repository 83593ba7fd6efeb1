import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openApiDocument } from './document';

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Docket API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true });
`;

/** What the page is made of, out of the package that draws it. */
const ASSETS = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
} as const;

/** Read when it is asked for: most starts never are. */
const asset = (name: string): Promise<Buffer> =>
  readFile(join(dirname(require.resolve('swagger-ui-dist/package.json')), name));

/** Serves the document at /api/openapi.json, made when it is first asked for, and a page over it at /api/docs. */
export const setUpOpenApi = (app: INestApplication, fastify: FastifyInstance): void => {
  let document: string | undefined;
  const answer =
    (type: string, body: () => Promise<string | Buffer> | string) =>
    async (_request: unknown, reply: FastifyReply) =>
      reply.type(type).send(await body());
  fastify.get(
    '/api/openapi.json',
    answer('application/json; charset=utf-8', () => (document ??= JSON.stringify(openApiDocument(app)))),
  );
  for (const path of ['/api/docs', '/api/docs/'])
    fastify.get(
      path,
      answer('text/html; charset=utf-8', () => PAGE),
    );
  fastify.get(
    '/api/docs/start.js',
    answer('text/javascript; charset=utf-8', () => START),
  );
  for (const [name, type] of Object.entries(ASSETS))
    fastify.get(
      `/api/docs/${name}`,
      answer(type, () => asset(name)),
    );
};
