import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { Problem } from './problem';
import { sendProblem } from './problem.filter';

const address = () =>
  new Problem(
    'request-malformed',
    'The address cannot be read: it holds a broken percent sign, or a part longer than any id.',
  );

/** Answers an address the router cannot read. */
export const refuseAddress = (_error: Error, request: FastifyRequest, reply: FastifyReply): void =>
  sendProblem(reply, request, address());

const notHttp = (code: string | undefined): Problem => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Problem('request-too-slow', 'The request did not arrive in time. Send it again.');
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Problem('headers-too-large', 'The headers are larger than 16 KiB. Send less in them.');
  return new Problem('request-malformed', 'This is not a request as HTTP/1.1 has it.');
};

/** Answers what is not a request: no header of it can be trusted, so it is only told so, and the connection ends. */
export const refuseConnection = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const problem = notHttp(error.code);
  const body = `${JSON.stringify(problem.document())}\n`;
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.document().title}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
};
