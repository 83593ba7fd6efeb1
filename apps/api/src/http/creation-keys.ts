import { SYSTEM, type System } from '@docket/host';
import {
  COMMAND_DEADLINE_MS,
  commandIdOf,
  open,
  sha256,
  Turns,
  streamName,
  type Request,
} from '@docket/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../problems/problem';

const KIND = 'creation-key';

/** What another process has claimed is on its way, or never comes: so long a command may take, in milliseconds, and a little more. */
const UNDER_WAY_MS = COMMAND_DEADLINE_MS + 1_000;
const LOOK_MS = 100;

/** What a key was aimed at, one after the other; nothing where the aim came to nothing. */
type Claim = Readonly<{ aim: string; by: string }>;

const FREE = '';
const bytesOf = ({ aim, by }: Claim): Buffer => Buffer.from(`${aim}\n${by}`);
const claimIn = ({ bytes }: Readonly<{ bytes: Uint8Array }>): Claim => {
  const [aim = '', by = ''] = Buffer.from(bytes).toString('utf8').split('\n');
  return { aim, by };
};

/** The n-th claim on a key. Each is kept once and never changed: of all who claim at once one is first. */
const idOf = (key: string, turn: number): string => (turn === 0 ? key : `${key}/${turn}`);

type Aimed = Readonly<{ key: string; aim: string; request: Request }>;
type Outcome = Readonly<{ outcome: 'accepted' | 'refused' }>;

/**
 * Holds an Idempotency-Key to one creation where the id derives from a name: under another name the same key would find another
 * stream, which has not seen it. Before the command runs, the stream it aims at is claimed among the records; whoever comes with
 * the same key and another name is refused when that stream was indeed created by it. A claim that was refused is given back; one that
 * was broken off counts for nothing once a command of that age can no longer come. That holds over all processes of an installation.
 */
@Injectable()
export class CreationKeys {
  private readonly turns = new Turns();
  private readonly me: string;

  constructor(@Inject(SYSTEM) private readonly system: System) {
    this.me = system.runtime.ids.uuid();
  }

  /** Carries out `create`, which creates `id`. @throws Problem `idempotency-key-reused` */
  once<T extends Outcome>(
    request: Request,
    category: string,
    id: string,
    create: () => Promise<T>,
  ): Promise<T> {
    const aim = streamName(this.system.adapters.store.installation, category, id);
    const key = sha256(JSON.stringify([request.actor, request.operation, request.key]));
    return this.turns.run(key, async () => {
      const turn = await this.claim({ key, aim, request });
      const created = await create();
      if (created.outcome === 'refused') await this.keep(key, turn + 1, FREE);
      return created;
    });
  }

  /** Goes through all claims on the key to the last one, which is ours then. */
  private async claim(aimed: Aimed): Promise<number> {
    const { key, aim } = aimed;
    for (let turn = 0; ; turn += 1) {
      const claim = await this.keep(key, turn, aim);
      const isLast = claim.aim === aim && !(await this.find(key, turn + 1));
      if (isLast) return turn;
      if (claim.aim !== aim && claim.aim !== FREE) await this.refuseWhereCreated(aimed, turn, claim);
    }
  }

  /** Waits until the other claim has come to something or can no longer. @throws Problem */
  private async refuseWhereCreated({ key, request }: Aimed, turn: number, { aim, by }: Claim): Promise<void> {
    const { clock } = this.system.runtime;
    const mayCome = by !== this.me && this.system.settings.profile.kind === 'server';
    for (const end = clock.elapsed() + (mayCome ? UNDER_WAY_MS : 0); ;) {
      if (await this.created(aim, request))
        throw new Problem(
          'idempotency-key-reused',
          'This Idempotency-Key was used before to create something of another name. Send a new key, or the first body again.',
        );
      if (clock.elapsed() >= end || (await this.find(key, turn + 1))) return;
      await clock.pause(LOOK_MS);
    }
  }

  private async keep(key: string, turn: number, aim: string): Promise<Claim> {
    const { records } = this.system.adapters;
    return claimIn(await records.keep(KIND, idOf(key, turn), bytesOf({ aim, by: this.me })));
  }

  private async find(key: string, turn: number): Promise<Claim | undefined> {
    const kept = await this.system.adapters.records.get(KIND, idOf(key, turn));
    return kept && claimIn(kept);
  }

  /** Whether this very request, aimed at that stream, is what began it. */
  private async created(stream: string, request: Request): Promise<boolean> {
    const [first] = await this.system.adapters.store.read(stream, { from: 0, limit: 1 });
    return first !== undefined && open(first).meta.commandId === commandIdOf(request, stream);
  }
}
