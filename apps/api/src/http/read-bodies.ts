import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem';
import { parseStrictly } from './strict-json';

const MIB = 1_048_576;

/** Largest body: an ordinary one, and the files of an import. */
export const BODY_LIMIT = MIB;
const FILES_LIMIT = 96 * MIB;

/** What carries the files of an import: JSON, too, but it may be large. */
export const FILES_TYPE = 'application/vnd.docket.files+json';
const FILES_ROUTE = '/api/v1/operator/import-gmpp';

const bodyIn = (request: FastifyRequest, bytes: Buffer): unknown => {
  if (/charset=(?!"?utf-?8"?\s*(;|$))/i.test(request.headers['content-type'] ?? ''))
    throw new Problem('media-type-unsupported', 'Send the body in UTF-8.');
  if (!isUtf8(bytes)) throw new Problem('body-malformed', 'The body is not UTF-8 throughout.');
  return bytes.length === 0 ? undefined : parseStrictly(bytes.toString('utf8'));
};

/** Reads bodies as strict JSON in UTF-8. Only the import takes the large ones. */
export const readBodies = (fastify: FastifyInstance): void => {
  fastify.addHook('onRequest', async (request) => {
    if (
      request.headers['content-type']?.trim().toLowerCase().startsWith(FILES_TYPE) &&
      request.routeOptions.url !== FILES_ROUTE
    )
      throw new Problem(
        'media-type-unsupported',
        'Send the body as application/json; files go to the import only.',
      );
  });
  fastify.removeAllContentTypeParsers();
  for (const [type, bodyLimit] of [
    ['application/json', BODY_LIMIT],
    [FILES_TYPE, FILES_LIMIT],
  ] as const)
    fastify.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit }, (request, body, done) => {
      try {
        done(null, bodyIn(request, Buffer.from(body)));
      } catch (error) {
        done(error as Error);
      }
    });
};
