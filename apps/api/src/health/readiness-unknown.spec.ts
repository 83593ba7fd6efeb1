import type { JobsStatus, System } from '@docket/host';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Outages } from '../problems/outages';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

const idle: JobsStatus = { state: 'answering', dead: 0 };

describe('readiness', () => {
  it('is withheld where a part fails in a way it does not know of, which the log of the server says once', async () => {
    const lines: unknown[] = [];
    const bug = new TypeError('a bug');
    const system = { projection: async () => Promise.reject(bug), jobs: async () => idle };
    const ports = { ...system, leaders: async () => undefined, adapters: {} } as unknown as System;
    const controller = new HealthController(ports, new Readiness(), new Outages(ports));
    const request = { log: { error: (...line: unknown[]) => void lines.push(line) } };
    const codes: number[] = [];
    const reply = { code: (code: number) => void codes.push(code) };
    const look = () =>
      controller.ready(request as unknown as FastifyRequest, reply as unknown as FastifyReply);
    expect([await look(), await look()]).toEqual(
      Array(2).fill({ status: 'not-ready', waitingFor: expect.stringContaining('a part that failed') }),
    );
    expect([codes, lines]).toEqual([[503, 503], [[{ err: bug }, 'readiness cannot be told']]]);
  });
});
