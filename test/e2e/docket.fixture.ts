import 'reflect-metadata';
import { startDocket, type RunningDocket } from '@docket/api';
import { acquireFolderLock, readSettings, type FolderLock, type Definition, type Part } from '@docket/host';
import type { Signer } from '@docket/identity';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a test reads out of an answer, field by field, and asserts at once. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

/** An answer as a caller sees it. */
export type Answer = Readonly<{ status: number; headers: Headers; text: string; body: Loose }>;

type Asking = Readonly<{ headers?: Record<string, string>; body?: unknown; raw?: string }>;

/** Somebody who calls the API over HTTP, with or without a session. */
export class Caller {
  constructor(
    private readonly address: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  async ask(method: string, path: string, { headers = {}, body, raw }: Asking = {}): Promise<Answer> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const answer = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        ...this.headers,
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await answer.text();
    const json =
      answer.headers.get('content-type')?.includes('json') &&
      !answer.headers.get('content-type')?.includes('ndjson');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: json && text !== '' ? JSON.parse(text) : undefined,
    };
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  /** A write under a key of its own, or the one given. */
  write(
    method: string,
    path: string,
    body: unknown = {},
    key: string = randomUUID(),
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.ask(method, path, { body, headers: { 'idempotency-key': key, ...headers } });
  }

  post(path: string, body?: unknown, key?: string): Promise<Answer> {
    return this.write('POST', path, body, key);
  }
}

type Start = Readonly<{
  folder?: string;
  /** Whose log lies in the folder, where not that of the default. */
  installation?: string;
  /** Settings of the server profile. */
  server?: Record<string, string>;
  part?: Part;
  /** Settings beside those. */
  settings?: Record<string, string>;
  /** Who is asked before somebody signs. */
  signer?: Signer;
  /** What it makes of events, where that is not this release's. */
  definition?: Definition;
  /** Stopped after the Docket: what runs beside it. */
  beside?: () => Promise<void>;
}>;

/** A whole Docket for a test, in the embedded profile or, where `server` gives its settings, in the server one. */
export class TestDocket {
  private constructor(
    readonly running: RunningDocket,
    readonly folder: string | undefined,
    private readonly lock: FolderLock | undefined,
    private readonly beside: () => Promise<void>,
  ) {}

  static async start(given: Start = {}): Promise<TestDocket> {
    const folder = given.server ? undefined : (given.folder ?? mkdtempSync(join(tmpdir(), 'docket-e2e-')));
    const environment = {
      PORT: '0',
      DOCKET_SAMPLE: 'off',
      ...(folder ? { DOCKET_DATA: folder } : given.server),
      ...given.settings,
      ...(given.installation ? { DOCKET_INSTALLATION: given.installation } : {}),
    };
    const lock = folder === undefined ? undefined : acquireFolderLock(folder);
    const running = await startDocket(readSettings(environment), given.part ?? 'all', () => undefined, {
      ...(given.definition === undefined ? {} : { definition: given.definition }),
      ...(given.signer === undefined ? {} : { signer: given.signer }),
    });
    lock?.announce({ address: running.address, secret: running.ownerSecret, pid: process.pid });
    running.ready();
    return new TestDocket(running, folder, lock, given.beside ?? (async () => undefined));
  }

  get visitor(): Caller {
    return new Caller(this.running.address);
  }

  get operator(): Caller {
    return new Caller(this.running.address, { authorization: `Bearer ${this.running.ownerSecret}` });
  }

  /** A caller with a session of one of the sample people. */
  async as(person: string): Promise<Caller> {
    const { headers } = await this.visitor.ask('POST', '/api/v1/session', { body: { person } });
    const cookie = headers.get('set-cookie')?.split(';')[0];
    if (!cookie) throw new Error(`No session for ${person}.`);
    return new Caller(this.running.address, { cookie });
  }

  /** Long work of the operator: its last line. */
  async work(path: string, body: object = {}, type = 'application/json'): Promise<Loose> {
    const { text } = await this.operator.ask('POST', `/api/v1/operator/${path}`, {
      body,
      headers: { 'content-type': type },
    });
    return JSON.parse(text.trim().split('\n').at(-1) ?? '{}');
  }

  /** Imports a list given as text. */
  importList(name: string, text: string, portfolio?: string): Promise<Loose> {
    const files = [{ name, base64: Buffer.from(text).toString('base64') }];
    return this.work(
      'import-gmpp',
      { files, ...(portfolio ? { portfolio } : {}) },
      'application/vnd.docket.files+json',
    );
  }

  /** Stops, keeping the folder for another start. */
  async stop(): Promise<void> {
    await this.running.close();
    await this.beside();
    this.lock?.release();
  }

  async stopAndForget(): Promise<void> {
    await this.stop();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true });
  }
}
