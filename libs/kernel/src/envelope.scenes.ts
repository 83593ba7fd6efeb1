import { sha256 } from './digest';
import { seal, type Metadata } from './envelope';
import type { StoredEvent } from './event-store.port';

/** An envelope of the specs beside: a vote with its words. */
export const meta: Metadata = {
  stream: 'docket-motion-1',
  revision: 4,
  previous: sha256('before'),
  actor: 'p-bea',
  authentication: 'local-session',
  commandId: sha256('command'),
  bodyDigest: sha256('body'),
  correlationId: 'c',
  recordedAt: '2026-03-02T09:00:00.000Z',
  origin: 'live',
  guards: [{ stream: 'docket-body-1', revision: 2 }],
};

let salts = 0;

/** From here on salts count from 1. */
export const firstSalt = (): void => {
  salts = 0;
};

export const sealed = (data: object, words: readonly string[] = []): StoredEvent => {
  const { id, type, bytes } = seal(
    { id: 'id-1', type: 'VoteCast.v1', meta, data },
    words,
    () => `salt-${++salts}`,
  );
  return { id, type, bytes, stream: meta.stream, revision: meta.revision, position: '9' };
};
export const textOf = ({ bytes }: StoredEvent) => Buffer.from(bytes).toString('utf8');
export const withText = (event: StoredEvent, text: string | Buffer): StoredEvent => ({
  ...event,
  bytes: Buffer.from(text),
});
export const changed = (event: StoredEvent, from: string, to: string) => {
  expect(textOf(event)).toContain(from);
  return withText(
    event,
    textOf(event).replace(from, () => to),
  );
};
export const order = { by: 'p-otto', why: 'Erasure request 12/2026.' };
export const vote = { choice: 'for', reason: 'It saves\nthe bridge.' };
