import type { Loose } from './docket.fixture';
import { board, bridge, confidenceModel } from './samples.fixture';
import type { ToldBoards } from './told-boards.fixture';

/** What priya proposes; maya sponsors it. */
export const quay = {
  ...bridge,
  name: 'Ferry quay',
  wholeLifeCost: '20000000',
  expectedBenefits: '31000000',
};
/** Within the limit of the lead of roads. */
export const weir = { ...bridge, name: 'Weir' };

/** The town as it stands before the first day: a board under a grant, a lead under the board, a model, two proposals. */
export const foundsTown = async (town: ToldBoards): Promise<void> => {
  await town.makes('town', 'p-maya', 'portfolios', {
    ...{ name: 'Harbour town', currency: 'GBP', timeZone: 'Europe/London' },
  });
  await town.makes('model', 'p-otto', 'portfolios/{town}/scoring-models', confidenceModel);
  await town.does('p-otto', 'scoring-models/{model}/publication');
  await town.makes('board', 'p-otto', 'portfolios/{town}/bodies', board);
  for (const [personId, role] of Object.entries({
    ...{ 'p-chen': 'chair', 'p-bea': 'member', 'p-carl': 'member', 'p-sven': 'secretary' },
  }))
    await town.does('p-otto', 'bodies/{board}/seats', { personId, role });
  const alone = { quorum: { kind: 'count', seats: 1 }, carryRule: 'majority-of-cast', minimumSeats: 1 };
  await town.makes('lead', 'p-otto', 'portfolios/{town}/bodies', { name: 'Lead of roads', ...alone });
  await town.does('p-otto', 'bodies/{lead}/seats', { personId: 'p-sam', role: 'chair' });
  await town.makes('grant of the board', 'p-otto', 'portfolios/{town}/grants', {
    ...{ from: { kind: 'portfolio' }, bodyId: town.id.board, maySubDelegate: true },
    authority: { perDecision: '50000000', perPeriod: { amount: '100000000', period: 'year' } },
  });
  await town.makes('grant of the lead', 'p-chen', 'portfolios/{town}/grants', {
    ...{ from: { kind: 'grant', grantId: town.id['grant of the board'] }, bodyId: town.id.lead },
    authority: { perDecision: '13000000', perPeriod: { amount: '40000000', period: 'year' } },
    callInHours: 72,
  });
  for (const [name, proposal] of Object.entries({ quay, weir })) {
    await town.makes(name, 'p-priya', 'portfolios/{town}/projects', proposal);
    const judged = { judgedFor: town.dateOf(town.today), scale: 'ipa-3', rating: 'amber', reason: 'Late.' };
    await town.does('p-dina', `projects/{${name}}/confidence`, judged);
  }
};

type Tabled = Readonly<{ body: string; on: string; ask: string; supersedes?: string }>;

type Decided = Readonly<{
  by: string;
  votes: Readonly<Record<string, string>>;
  rationale: string;
  conditions?: readonly object[];
}>;

/** What the boards of a town do, and what everybody reads of it. */
export class BoardDays {
  /** The motions there were by now, in turn. */
  readonly motions: string[] = [];

  constructor(readonly town: ToldBoards) {}

  /** The secretary tables a motion, kept under its name. */
  async tables(name: string, { body, on, ask, supersedes }: Tabled): Promise<void> {
    const { town } = this;
    await town.makes(name, 'p-sven', 'portfolios/{town}/motions', this.asked({ body, on, ask, supersedes }));
    this.motions.push(name);
  }

  /** What the secretary asks for. */
  asked({ body, on, ask, supersedes }: { [K in keyof Tabled]: Tabled[K] | undefined }): object {
    const { id } = this.town;
    return {
      ...{
        bodyId: id[body ?? ''],
        projectId: id[on ?? ''],
        ask,
        question: `Shall it be "${ask}" of the ${on}?`,
      },
      ...(supersedes === undefined ? {} : { supersedes: id[supersedes] }),
    };
  }

  /** The vote of each, by person, with a reason. */
  async votes(motion: string, votes: Readonly<Record<string, string>>): Promise<void> {
    for (const [person, choice] of Object.entries(votes))
      await this.town.does(person, `motions/{${motion}}/votes`, {
        choice,
        reason: `${choice}, says ${person}.`,
      });
  }

  /** Opened, voted on, closed and recorded by who leads; then carried to its project. The motion. */
  async decides(motion: string, { by, votes, ...decision }: Decided): Promise<Loose> {
    const { town } = this;
    await town.does(by, `motions/{${motion}}/ballot`);
    await this.votes(motion, votes);
    await town.does(by, `motions/{${motion}}/close`);
    await town.does(by, `motions/{${motion}}/decision`, decision);
    const isCarried = ({ followUp }: Loose) => followUp?.state === 'carried';
    return town.comesToBe(`"${motion}" is carried`, `motions/{${motion}}`, isCarried);
  }

  /** Who had a seat at the open ballot of a motion, and why some have no vote. */
  async electorate(motion: string): Promise<readonly string[]> {
    const { ballot } = await this.town.reads(`motions/{${motion}}`);
    return ballot.electorate
      .map(({ personId, standing, why }: Loose) => `${personId} ${why ?? standing}`)
      .sort();
  }

  async plan(): Promise<readonly string[]> {
    const { rows } = await this.town.reads('portfolios/{town}/plan-of-record');
    return rows.map(({ name, status, decision }: Loose) => `${name} ${status} by ${decision.outcome}`);
  }

  /** The decisions of the town with how they stand, by the names of their motions. */
  async register(): Promise<readonly string[]> {
    const { rows } = await this.town.reads('portfolios/{town}/decisions');
    return rows
      .map(
        ({ motionId, outcome, standing }: Loose) => `${this.town.nameOf(motionId)}: ${outcome}, ${standing}`,
      )
      .sort();
  }
}

/** What an auditor asks about each day: of the whole town, of the projects there are and of the motions tabled by then. */
export const auditorsQuestions = (motions: readonly string[]): readonly string[] => [
  // who had the right, and by which chain of grants
  ...['quay', 'weir'].flatMap((project) => [
    `projects/{${project}}/authority?outcome=go`,
    `projects/{${project}}/authority?outcome=kill`,
  ]),
  'portfolios/{town}/grants',
  'grants/{grant of the board}',
  'grants/{grant of the lead}',
  'bodies/{board}',
  'bodies/{lead}',
  // who was recused, and why
  'portfolios/{town}/interests',
  // which rule was printed, how the votes fell, what was decided and what was said of it since; by which event; what the body saw
  ...motions.flatMap((motion) => [
    `motions/{${motion}}`,
    `motions/{${motion}}/history`,
    `motions/{${motion}}/capsule`,
  ]),
  'bodies/{board}/attendance',
  // what the plan of record was
  'portfolios/{town}/plan-of-record',
  // which conditions were open, late, lapsed
  'portfolios/{town}/conditions',
  ...['open', 'late', 'lapsed'].map((standing) => `portfolios/{town}/conditions?standing=${standing}`),
  // what was in force, called in, superseded
  'portfolios/{town}/decisions',
  ...['in-force', 'called-in', 'superseded'].map(
    (standing) => `portfolios/{town}/decisions?standing=${standing}`,
  ),
  'bodies/{board}/delegated-decisions',
  'portfolios/{town}/people/p-chen/to-do',
];
