import {
  isOfBallot,
  openBallotOf,
  type AnyToDo,
  type WithheldBallot,
  type Withheld,
} from '@docket/governance';
import { SYSTEM, type System } from '@docket/host';
import { reachOf } from '@docket/identity';
import { categoryOf, loadState } from '@docket/kernel';
import { barredFrom, Project } from '@docket/project';
import { Inject, Injectable } from '@nestjs/common';
import { anybody, type Caller } from '../door/caller';
import { Readings } from '../http/reading';
import { Problem } from '../problems/problem';

/** Tasks that tell who has voted by now. */
const TELLING: ReadonlySet<string> = new Set(['vote', 'close-ballot']);

/** What a reader sees of ballots that are open: the table of rights says who may at all, being recused takes it away from whoever is. */
@Injectable()
export class BallotSight {
  constructor(
    private readonly readings: Readings,
    @Inject(SYSTEM) private readonly system: System,
  ) {}

  /** The open ballot of a motion where it is held back from a caller; it is judged as it stands now, whatever moment is asked for. */
  async heldBack(caller: Caller | undefined, motionId: string): Promise<WithheldBallot | null> {
    const { readModel } = await this.readings.held();
    const { installation } = this.system.adapters.store;
    const ballot = await openBallotOf(readModel, { installation, motionId });
    if (!ballot) return null;
    const barred = await this.barredFrom(ballot.components);
    const why = whyNot(caller ?? anybody, new Set([...ballot.recused, ...barred]));
    return why ? { why, ballot } : null;
  }

  /** Whom the streams bar, which know it before the rows do: who has just declared an interest sees no vote any more. */
  private async barredFrom(components: readonly string[]): Promise<readonly string[]> {
    const { runtime } = this.system;
    const projects = await Promise.all(components.map((id) => loadState(runtime, Project, id)));
    return projects.flatMap((one) => (one.status === 'absent' ? [] : [...barredFrom(one).keys()]));
  }

  /** Refuses an event that is a vote in a ballot that is held back from a caller. @throws Problem */
  async refuseVote(caller: Caller | undefined, number: number): Promise<void> {
    const { readModel } = await this.readings.held();
    const line = await readModel.numbered(number);
    if (!line || categoryOf(line.stream) !== 'motion') return;
    const held = await this.heldBack(caller, line.stream.slice(-UUID_LENGTH));
    if (held && isOfBallot(line, held.ballot)) throw withheld(number, held.why);
  }

  /** A to-do list without what tells a reader who has voted in a ballot that is held back; what waits for themselves they see. */
  async toDo(
    caller: Caller | undefined,
    person: string,
    tasks: readonly AnyToDo[],
  ): Promise<readonly AnyToDo[]> {
    if (caller?.person.id === person) return tasks;
    const telling = tasks.filter(({ task }) => TELLING.has(task));
    const held = new Set<string | null>();
    for (const motionId of new Set(telling.map((one) => one.motionId)))
      if (motionId !== null && (await this.heldBack(caller, motionId))) held.add(motionId);
    return tasks.filter(({ task, motionId }) => !TELLING.has(task) || !held.has(motionId));
  }
}

const UUID_LENGTH = 36;

const whyNot = ({ person }: Caller, recused: ReadonlySet<string>): Withheld | null => {
  const reach = reachOf(person.roles, 'see-open-ballot');
  if (reach === 'nothing') return 'not-entitled';
  return reach === 'own' && recused.has(person.id) ? 'recused' : null;
};

const withheld = (number: number, why: Withheld): Problem =>
  new Problem(
    'ballot-withheld',
    `Event ${number} is of a ballot that is open: ${
      why === 'recused'
        ? 'you are recused on it, and see its votes when it has closed.'
        : 'open a session as somebody who may sit on a body; readers see its votes when it has closed.'
    }`,
  );
