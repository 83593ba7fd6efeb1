import * as fc from 'fast-check';
import { BallotDriver } from './ballot-driver.scenes';
import { closes, opens, votes, type Close, type House, type Print, type World } from './ballot-model.scenes';
import { anyBallot, anyHouse, anyStart, anyStep, type Step } from './ballot-steps.scenes';
import type { BallotOpened, Elector, MotionEvent } from './motion.events';

/** Made from one seed, the same every time. */
const SEQUENCES = 50_000;

/** What has come about over all sequences: a rule that nothing ever met would not be tested. */
const seen = new Map<string, number>();
const note = (...names: readonly string[]): void => {
  for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
};

const printedAs = (elector: Elector): Print['electors'][number] => {
  const { personId, standing } = elector;
  if (elector.standing === 'recused') return [personId, standing, elector.why];
  return [personId, standing, elector.standing === 'alternate' ? elector.for : ''];
};

const printOf = ({ data: { electorate, lead } }: BallotOpened): Print => ({
  electors: electorate.map(printedAs),
  lead: [lead?.personId ?? null, lead?.why ?? ''],
});

/** What happened, in the words of the model; nothing where it was refused. */
type Told = Print | Close | Readonly<{ displaced: readonly string[] }>;
const told = (events: readonly MotionEvent[]): readonly Told[] =>
  events.flatMap((event): readonly Told[] => {
    if (event.type === 'BallotOpened') return [printOf(event)];
    if (event.type === 'VoteDisplaced') return [{ displaced: [event.data.personId] }];
    if (event.type !== 'BallotClosed') return [];
    const { count, result, struck } = event.data;
    const { inFavour, against, abstained, entitled, quorumNeeded } = count;
    const figures = [inFavour, against, abstained, entitled, quorumNeeded];
    return [{ result, figures, struck: struck.map(({ personId, why }) => [personId, why] as const) }];
  });

const foretold = (world: World, step: Step): Readonly<{ may: boolean; told: readonly Told[] }> => {
  const { clock } = world;
  switch (step.does) {
    case 'open': {
      const print = opens(world, step.who, step.runs === null ? Infinity : clock + step.runs);
      return { may: print !== undefined, told: print ? [print] : [] };
    }
    case 'vote': {
      const displaced = votes(world, step.who, step.answer);
      return { may: displaced !== undefined, told: displaced?.length ? [{ displaced }] : [] };
    }
    case 'close': {
      const close = closes(world, step.who);
      return { may: close !== undefined, told: close ? [close] : [] };
    }
    default:
      return { may: true, told: [] };
  }
};

/** What the ballot that is closed next is remembered by. */
const circumstances = (world: World, step: Step, close: Close): readonly string[] => {
  const { ballot, clock } = world;
  const [yes = 0, no = 0] = close.figures;
  const isTied = ballot?.house.carry === 'majority-or-casting-vote' && yes === no && yes > 0;
  return [
    `ended ${close.result}`,
    ...close.struck.map(([, why]) => `struck: ${why}`),
    ...(ballot && clock > ballot.closes ? ['closed late'] : []),
    ...(step.does === 'close' && step.who === 'dan' ? ['closed by the deputy'] : []),
    ...(isTied && close.result !== 'no-quorum' ? [`tied and ${close.result}`] : []),
  ];
};

/** Lets one thing happen to both, and says what each tells of it. */
const happen = (driver: BallotDriver, world: World, step: Step) => {
  world.clock += step.after;
  if (step.does === 'bar' || step.does === 'unbar') return bar(driver, world, step);
  if (step.does === 'seat' || step.does === 'unseat' || step.does === 'rules')
    return arrange(driver, world, step);
  const before = { ...world };
  const expected = foretold(world, step);
  const verdict = driver.askMotion(step);
  for (const one of expected.told) {
    if ('result' in one) note(...circumstances(before, step, one));
    if ('lead' in one)
      note(`led: ${one.lead[0] === null ? 'by nobody' : one.lead[1]}`, ...one.electors.map(([, how]) => how));
    if ('displaced' in one) note('displaced');
  }
  if (!expected.may) note(`${step.does} refused`);
  const actual =
    verdict.outcome === 'accepted' ? { may: true, told: told(verdict.events) } : { may: false, told: [] };
  return { step, expected, actual };
};

const bar = (driver: BallotDriver, world: World, step: Extract<Step, { does: 'bar' | 'unbar' }>) => {
  const barred = world.bars.find(({ who, lifted }) => who === step.who && lifted > world.clock);
  if (step.does === 'bar' && !barred) {
    world.bars.push({ who: step.who, bar: step.bar, said: world.clock, lifted: Infinity });
    driver.say(step.who, step.bar);
  } else if (step.does === 'unbar' && barred) {
    barred.lifted = world.clock;
    driver.say(step.who, null);
  }
  return undefined;
};

/** Who is seated by whose leave is judged elsewhere; what the body took, the model takes. */
const arrange = (
  driver: BallotDriver,
  world: World,
  step: Extract<Step, { does: 'seat' | 'unseat' | 'rules' }>,
) => {
  const verdict = driver.askBody(step);
  if (verdict.outcome === 'refused' || verdict.events.length === 0) return undefined;
  const { clock } = world;
  if (step.does === 'rules') world.house = step.house;
  if (step.does === 'unseat')
    for (const one of world.tenures) if (one.who === step.who && one.ended > clock) one.ended = clock;
  if (step.does === 'seat') {
    const { who, office, starts, lasts } = step;
    const from = clock + starts;
    world.tenures.push({
      ...{ who, office, sitsFor: office === 'alternate' ? step.sitsFor : undefined },
      ...{ from, until: lasts === null ? Infinity : from + lasts, said: clock, ended: Infinity },
    });
  }
  return undefined;
};

const play = (house: House, steps: readonly Step[]): void => {
  const world: World = { clock: 0, house, tenures: [], bars: [], ballot: undefined };
  const driver = new BallotDriver(world);
  for (const step of steps) {
    const what = happen(driver, world, step);
    if (what && JSON.stringify(what.expected) !== JSON.stringify(what.actual))
      expect(what.actual).toEqual(what.expected);
  }
};

describe('However a body changes while it votes', () => {
  const rest = fc.array(anyStep, { minLength: 10, maxLength: 60, size: 'medium' });

  it(`ballots go as the rules' text says, in ${SEQUENCES} sequences`, () => {
    const sequences = fc.property(anyHouse, anyStart, anyBallot, rest, (house, start, ballot, steps) =>
      play(house, [...start, ...ballot, ...steps]),
    );
    fc.assert(sequences, { numRuns: SEQUENCES, seed: 20_261_129, endOnFailure: false });
  }, 180_000);

  it('and everything the rules speak of has come about in them', () => {
    const happenings = [
      ...['ended carried', 'ended lost', 'ended no-quorum', 'tied and carried', 'tied and lost', 'displaced'],
      ...['seat-lost', 'principal-recused', 'sponsor', 'manager', 'interest'].map((why) => `struck: ${why}`),
      ...['chair', 'chair-recused', 'no-chair', 'by nobody'].map((why) => `led: ${why}`),
      ...['entitled', 'recused', 'alternate', 'closed late', 'closed by the deputy'],
      ...['open refused', 'vote refused', 'close refused'],
    ];
    expect(happenings.filter((one) => (seen.get(one) ?? 0) < 100)).toEqual([]);
  });
});
