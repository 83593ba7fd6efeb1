import { byCodeUnits, type Instant, type Numbered, type ReadModel } from '@docket/kernel';
import { projectTable, type ProjectRow } from '@docket/project';
import { assessmentTable, type AssessmentRow } from '../../assessment.projection';
import { rater } from '../../domain/assessment/mean-rating';
import type { Step } from '../../domain/ranking/moves';
import type { Placed } from '../../domain/ranking/rank';
import type { ReadyModel } from '../../domain/ranking/ready-model';
import { measuredOf, stands } from '../ranking/component-rows';
import { placedOn } from '../ranking/placed-inputs';
import { ratingsOf } from '../ranking/ratings-at';

/** A portfolio between two numbers: after the first, up to the second. */
export type Interval = Readonly<{ portfolioId: string; after: number; upTo: number }>;

/** An event as an answer names it; `date` is that on the portfolio's timeline. */
export type NamedEvent = Readonly<{ number: number; eventId: string; type: string; date: Instant }>;

type Asked = Interval & Readonly<{ modelId: string }>;

/** What is known of each project while events are replayed: its row, and the assessments of it by the model. */
class Projects {
  private readonly rows = new Map<string, ProjectRow>();
  private readonly assessments = new Map<string, Map<string, AssessmentRow>>();
  private readonly rate = rater();

  constructor(
    private readonly model: ReadyModel,
    private readonly rated: readonly string[],
  ) {}

  put(id: string, row: ProjectRow | null): void {
    if (row) this.rows.set(id, row);
    else this.rows.delete(id);
  }

  assess(key: string, row: AssessmentRow): void {
    const known = this.assessments.get(row.project) ?? new Map<string, AssessmentRow>();
    this.assessments.set(row.project, known.set(key, row));
  }

  placed(id: string): Placed | undefined {
    const row = this.rows.get(id);
    const given = [...(this.assessments.get(id)?.values() ?? [])];
    return row && stands(row)
      ? placedOn(measuredOf(id, row, ratingsOf(given, this.rated, this.rate)), this.model)
      : undefined;
  }

  all(): readonly Placed[] {
    return [...this.rows.keys()].flatMap((id) => this.placed(id) ?? []);
  }
}

/** The versions of the assessments by a model, where it has criteria to rate; others move nothing. */
const assessmentsIn = async (
  readModel: ReadModel,
  { portfolioId: scope, modelId, after, upTo }: Asked,
  rated: readonly string[],
) => {
  if (rated.length === 0) return { before: [], since: [] };
  const before = await readModel.rowsAsOf(assessmentTable, after, { scope });
  const since = await readModel.changedBetween(assessmentTable, { after, upTo }, { scope });
  return {
    before: before.filter(({ row }) => row.model === modelId),
    since: since.flatMap(({ key, validFrom: number, row }) =>
      row?.model === modelId ? [{ key, number, row }] : [],
    ),
  };
};

/** The components that stood at the beginning, and what every event since made of one of them, in the order of numbers. */
export const stepsIn = async (
  readModel: ReadModel,
  asked: Asked,
  model: ReadyModel,
  rated: readonly string[],
): Promise<Readonly<{ placed: readonly Placed[]; steps: readonly Step[] }>> => {
  const { after, upTo } = asked;
  const scope = { scope: asked.portfolioId };
  const projects = new Projects(model, rated);
  const assessments = await assessmentsIn(readModel, asked, rated);
  for (const { key, row } of await readModel.rowsAsOf(projectTable, after, scope)) projects.put(key, row);
  for (const { key, row } of assessments.before) projects.assess(key, row);
  const versions = await readModel.changedBetween(projectTable, { after, upTo }, scope);
  const changes = [
    ...versions.map(({ key: id, validFrom: number, row }) => ({
      number,
      id,
      make: () => projects.put(id, row),
    })),
    ...assessments.since.map(({ key, number, row }) => ({
      number,
      id: row.project,
      make: () => projects.assess(key, row),
    })),
  ].sort((a, b) => a.number - b.number || byCodeUnits(a.id, b.id));
  const placed = projects.all();
  const steps = changes.map(({ number, id, make }): Step => {
    make();
    return { number, id, after: projects.placed(id) };
  });
  return { placed, steps };
};

const PAGE = 1_000;

const named = ({ number, eventId, type, timelineAt, recordedAt }: Numbered): NamedEvent => ({
  number,
  eventId,
  type,
  date: timelineAt ?? recordedAt,
});

/** The events of the portfolio in an interval, by their numbers. */
export const eventsIn = async (
  readModel: ReadModel,
  { portfolioId: portfolio, after, upTo }: Interval,
): Promise<(number: number) => NamedEvent> => {
  const events = new Map<number, NamedEvent>();
  for (let last: number | undefined = after; last !== undefined;) {
    const lines = await readModel.numbers({ after: last, upTo, limit: PAGE, portfolio });
    for (const line of lines) events.set(line.number, named(line));
    last = lines.length < PAGE ? undefined : lines.at(-1)?.number;
  }
  return (number) => {
    const event = events.get(number);
    if (!event) throw new Error(`No event ${number} stands on the timeline of portfolio ${portfolio}.`);
    return event;
  };
};
