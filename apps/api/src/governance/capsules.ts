import { differencesBetween, type Difference } from '@docket/audit';
import { ExplainQuery, ModelByIdQuery } from '@docket/assessment';
import { CompositionQuery } from '@docket/portfolio';
import {
  componentsOf,
  FindAuthorityQuery,
  FindBodyQuery,
  FindMotionQuery,
  ListGrantsQuery,
  type Matter,
  type MotionView,
  type Outcome,
} from '@docket/governance';
import { canonicalJson, sha256, type Guard, type Instant, type Reading } from '@docket/kernel';
import {
  FindGatesQuery,
  FindProjectQuery,
  ListInterestsQuery,
  ListProjectDependenciesQuery,
} from '@docket/project';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { asOfView, Readings } from '../http/reading';
import { Traces, type TraceEntry } from '../http/trace';
import { orProblem } from '../problems/problem';
import { ModelsBefore } from './models-before';

/** When a ballot opened: the number of that event, and the streams and revisions it was opened on. */
export type Frozen = Readonly<{
  number: number;
  at: Instant;
  /** Asks any other question as of the same. */
  token: string;
  openedBy: string;
  /** Of how many ballots of the motion it is the one that is shown. */
  ballot: number;
  guards: readonly Guard[];
}>;

/** What a body has before it, by what it is about. */
export type Seen = Readonly<Record<string, unknown>>;

/** What a body had before it when its ballot opened, and where that is otherwise now. */
export type Capsule = Readonly<{
  motionId: string;
  /** `null` while no ballot has opened: what is shown is what it would be frozen as now. */
  frozen: Frozen | null;
  /** SHA-256 of what was seen, as canonical JSON: the same whenever it is opened. */
  digest: string;
  seen: Seen;
  differences: Readonly<Record<string, readonly Difference[]>>;
}>;

type Of = Readonly<{ motion: MotionView; portfolioId: string }>;

/** Also that there was no answer is what was seen: no model yet, no grant. */
const toldOf = async (asked: Promise<object>): Promise<unknown> => {
  const answer = await asked;
  return 'refusal' in answer ? answer.refusal : answer;
};

/** Opens again what a body saw: every input of a decision is asked once more, as of the event by which its ballot opened. */
@Injectable()
export class Capsules {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    private readonly traces: Traces,
    private readonly models: ModelsBefore,
  ) {}

  /** The capsule of the latest ballot of a motion at a reading, of the body that held it: the motion may stand before another one by now. */
  async of(now: Reading, { motion, portfolioId }: Of): Promise<Capsule> {
    const { id: motionId } = motion;
    const entries = await this.traces.upTo(now, { category: 'motion', id: motionId });
    const opened = entries.filter(({ type }) => type === 'BallotOpened');
    const last = opened.at(-1);
    if (!last) {
      const today = await this.seenAt(now, { motion, portfolioId });
      return { motionId, frozen: null, ...told(today, today) };
    }
    const then = await this.readings.at({ asOf: String(last.number) }, portfolioId);
    const asOpened = orProblem(await this.queries.execute(new FindMotionQuery(then, { motionId })));
    const about = { motion: asOpened, portfolioId };
    const frozen = frozenAs(last, opened.length, then);
    return { motionId, frozen, ...told(await this.seenAt(then, about), await this.seenAt(now, about)) };
  }

  private async seenAt(reading: Reading, { motion, portfolioId }: Of): Promise<Seen> {
    const { projectId, bodyId, matter } = motion;
    const body = await toldOf(this.queries.execute(new FindBodyQuery(reading, { bodyId })));
    if (projectId !== null) {
      const seen = await this.componentAt(reading, { projectId, portfolioId }, motion);
      return { ...seen, body, ...(matter.on === 'component' ? {} : { matter }) };
    }
    const components: Record<string, Seen> = {};
    for (const one of componentsOf({ matter, projectId })) {
      const ask = matter.on === 'slate' ? askIn(matter, one) : motion.ask;
      const of = { projectId: one, portfolioId };
      components[one] = await this.componentAt(reading, of, { ask, kind: motion.kind });
    }
    const grants = await this.queries.execute(
      new ListGrantsQuery(reading, { portfolioId, standing: 'in-force' }),
    );
    return { matter: await this.matterAt(reading, { matter, portfolioId }), components, body, grants };
  }

  /** What there is to see of a matter that is no component. */
  private async matterAt(
    reading: Reading,
    { matter, portfolioId }: Readonly<{ matter: Matter; portfolioId: string }>,
  ): Promise<Seen> {
    switch (matter.on) {
      case 'scoring-model': {
        const model = new ModelByIdQuery(reading, { modelId: matter.modelId });
        return { ...matter, model: await toldOf(this.queries.execute(model)) };
      }
      case 'programme':
      case 'budget': {
        const composition = new CompositionQuery(reading, { portfolioId });
        return { ...matter, composition: await toldOf(this.queries.execute(composition)) };
      }
      default:
        return matter;
    }
  }

  private async componentAt(
    reading: Reading,
    of: Readonly<{ portfolioId: string; projectId: string }>,
    { ask, kind }: Readonly<{ ask: string; kind: string | null }>,
  ): Promise<Seen> {
    const { portfolioId, projectId } = of;
    const outcome = ask as Outcome;
    const authority = { projectId, outcome, ...(kind === null ? {} : { kind }) };
    const interests = await this.queries.execute(new ListInterestsQuery(reading, { portfolioId }));
    return {
      component: await toldOf(this.queries.execute(new FindProjectQuery(reading, projectId))),
      gates: await toldOf(this.queries.execute(new FindGatesQuery(reading, { projectId }))),
      standing: await toldOf(this.queries.execute(new ExplainQuery(reading, of))),
      model: await toldOf(this.models.at(reading, portfolioId)),
      dependencies: await toldOf(this.queries.execute(new ListProjectDependenciesQuery(reading, projectId))),
      authority: await toldOf(this.queries.execute(new FindAuthorityQuery(reading, authority))),
      interests: interests.filter(({ project }) => project.id === projectId),
    };
  }
}

/** What a slate asks of one of its components. */
const askIn = ({ components }: Extract<Matter, { on: 'slate' }>, projectId: string): string =>
  components.find((one) => one.projectId === projectId)?.ask ?? 'go';

const frozenAs = (
  { number, recordedAt, actor, guards }: TraceEntry,
  ballot: number,
  { cut }: Reading,
): Frozen => ({ number, at: recordedAt, token: asOfView(cut).token, openedBy: actor, ballot, guards });

const told = (seen: Seen, today: Seen): Pick<Capsule, 'digest' | 'seen' | 'differences'> => ({
  digest: sha256(canonicalJson(seen)),
  seen,
  differences: Object.fromEntries(
    Object.keys(seen).map((about) => [about, differencesBetween(seen[about], today[about])]),
  ),
});
