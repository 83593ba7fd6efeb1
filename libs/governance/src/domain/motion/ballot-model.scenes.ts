/**
 * The rules of a ballot once more, from their text alone: product.md's rules, and decisions 0028 and 0035. Plain numbers, nothing of the code it
 * judges. Minutes are counted from one instant; whoever is named by a letter is a person.
 */
export type Carry =
  | 'majority-or-casting-vote'
  | 'two-thirds-of-all'
  | 'majority-of-cast'
  | 'majority-of-present'
  | 'majority-of-all'
  | 'two-thirds-of-cast'
  | 'unanimity-of-cast';
export type Office = 'chair' | 'deputy' | 'member' | 'secretary' | 'alternate';
export type Bar = 'sponsor' | 'manager' | 'interest';
export type Answer = 'for' | 'against' | 'abstain';
export type House = Readonly<{
  /** So many seats, or so many hundredths of them. */
  quorum: readonly ['seats' | 'hundredths', number];
  withLead: boolean;
  carry: Carry;
  minimum: number;
}>;

type Tenure = {
  who: string;
  office: Office;
  sitsFor: string | undefined;
  from: number;
  until: number;
  said: number;
  ended: number;
};
type Barred = { who: string; bar: Bar; said: number; lifted: number };
type Ballot = {
  house: House;
  closes: number;
  /** Seats: undefined where entitled, else why not. */
  seats: Map<string, Bar | undefined>;
  alternates: Map<string, { sitsFor: string; bar: Bar | undefined }>;
  answers: [string, Answer][];
};
export type World = {
  clock: number;
  house: House;
  tenures: Tenure[];
  bars: Barred[];
  ballot: Ballot | undefined;
};

/** What is looked at: everything said by now, or what was said before an end, as it stood at that end. */
type Look = Readonly<{ at: number; hears: (said: number) => boolean }>;
const now = ({ clock }: World): Look => ({ at: clock, hears: (said) => said <= clock });
const atTheEnd = (end: number): Look => ({ at: end, hears: (said) => said < end });

const seated = (world: World, { at, hears }: Look): readonly Tenure[] =>
  world.tenures.filter((one) => hears(one.said) && !hears(one.ended) && one.from <= at && at < one.until);
const voters = (world: World, look: Look): readonly Tenure[] =>
  seated(world, look).filter(({ office }) => ['chair', 'deputy', 'member'].includes(office));
const isVoter = (world: World, look: Look, who: string): boolean =>
  voters(world, look).some((one) => one.who === who);
const barOf = (world: World, { hears }: Look, who: string): Bar | undefined =>
  world.bars.find((one) => one.who === who && hears(one.said) && !hears(one.lifted))?.bar;
/** In whose seat somebody sits: there has to be one. */
const sitsFor = (world: World, look: Look, who: string): string | undefined => {
  const whom = seated(world, look).find((one) => one.who === who && one.office === 'alternate')?.sitsFor;
  return whom !== undefined && isVoter(world, look, whom) ? whom : undefined;
};

/** The chair, or the deputy where there is no chair or the chair may not decide: neither now, nor as the ballot printed it. */
const leader = (world: World, look: Look, ballot?: Ballot): readonly [string | null, string] => {
  const free = (who: string | undefined): who is string =>
    who !== undefined &&
    barOf(world, look, who) === undefined &&
    ballot?.seats.get(who) === undefined &&
    ballot?.alternates.get(who)?.bar === undefined;
  const holder = (office: Office) => seated(world, look).find((one) => one.office === office)?.who;
  const [chair, deputy] = [holder('chair'), holder('deputy')];
  if (free(chair)) return [chair, 'chair'];
  return [free(deputy) ? deputy : null, chair === undefined ? 'no-chair' : 'chair-recused'];
};

/** Chair and secretary conduct, and the deputy who leads. */
const conducts = (world: World, who: string, ballot?: Ballot): boolean =>
  seated(world, now(world)).some(
    (one) => one.who === who && (one.office === 'chair' || one.office === 'secretary'),
  ) ||
  (seated(world, now(world)).some((one) => one.who === who && one.office === 'deputy') &&
    leader(world, now(world), ballot)[0] === who);

export type Print = Readonly<{
  electors: readonly (readonly [who: string, standing: string, why: string])[];
  lead: readonly [string | null, string];
}>;

/** Opens the ballot, or does not: then `undefined`. */
export const opens = (world: World, by: string, closes: number): Print | undefined => {
  const look = now(world);
  const { house } = world;
  const seats = new Map(voters(world, look).map(({ who }) => [who, barOf(world, look, who)] as const));
  const alternates = new Map(
    seated(world, look).flatMap(({ who }) => {
      const whom = sitsFor(world, look, who);
      return whom === undefined ? [] : [[who, { sitsFor: whom, bar: barOf(world, look, who) }] as const];
    }),
  );
  const entitled = [...seats.values()].filter((bar) => bar === undefined).length;
  const [kind, number] = house.quorum;
  const asked = kind === 'seats' ? number : 1;
  const lead = leader(world, look);
  if (world.ballot || !conducts(world, by) || closes <= world.clock || asked > seats.size) return undefined;
  // whoever may not decide on it does not say when it ends either
  if (closes !== Infinity && barOf(world, look, by) !== undefined) return undefined;
  if (entitled < Math.max(house.minimum, asked) || (house.withLead && lead[0] === null)) return undefined;
  world.ballot = { house, closes, seats, alternates, answers: [] };
  const electors = [
    ...[...seats].map(([who, bar]) => [who, bar ? 'recused' : 'entitled', bar ?? ''] as const),
    ...[...alternates].map(
      ([who, one]) => [who, one.bar ? 'recused' : 'alternate', one.bar ?? one.sitsFor] as const,
    ),
  ];
  return { electors: electors.sort(([a], [b]) => (a < b ? -1 : 1)), lead };
};

const hasAnswered = ({ answers }: Ballot, who: string): boolean => answers.some(([one]) => one === who);

/** Why the voice of somebody on the ballot is void at a look, or undefined; `null` where they have none to lose. */
const voidness = (world: World, ballot: Ballot, look: Look, who: string): string | undefined | null => {
  if (ballot.seats.has(who)) {
    if (ballot.seats.get(who)) return null;
    return barOf(world, look, who) ?? (isVoter(world, look, who) ? undefined : 'seat-lost');
  }
  const alternate = ballot.alternates.get(who);
  if (!alternate || alternate.bar) return null;
  const own = barOf(world, look, who);
  if (own) return own;
  if (sitsFor(world, look, who) !== alternate.sitsFor) return 'seat-lost';
  return barOf(world, look, alternate.sitsFor) ? 'principal-recused' : undefined;
};

/** Casts a vote, and says whose vote it displaces; `undefined` where it may not be cast. */
export const votes = (world: World, who: string, answer: Answer): readonly string[] | undefined => {
  const { ballot, clock } = world;
  if (!ballot || clock >= ballot.closes || voidness(world, ballot, now(world), who) !== undefined)
    return undefined;
  const whom = ballot.alternates.get(who)?.sitsFor;
  if (whom !== undefined && (ballot.seats.get(whom) || hasAnswered(ballot, whom))) return undefined;
  const isFirst = !hasAnswered(ballot, who);
  ballot.answers.push([who, answer]);
  return [...ballot.alternates.keys()].filter(
    (one) => isFirst && ballot.alternates.get(one)?.sitsFor === who && hasAnswered(ballot, one),
  );
};

/** What a seat says at a look: its holder's last word, else that of the alternate. */
const voiceOf = (
  world: World,
  ballot: Ballot,
  look: Look,
  seat: string,
): readonly [string, Answer] | undefined => {
  if (voidness(world, ballot, look, seat) !== undefined) return undefined;
  const lastOf = (who: string) => ballot.answers.findLast(([one]) => one === who);
  const alternate = [...ballot.alternates].find(([, one]) => one.sitsFor === seat)?.[0];
  const own = lastOf(seat);
  if (own || alternate === undefined || voidness(world, ballot, look, alternate) !== undefined) return own;
  return lastOf(alternate);
};

const carries = (
  carry: Carry,
  [yes, no, rest, seats]: readonly number[],
  casting: Answer | undefined,
): boolean => {
  const [f, a, n, all] = [yes ?? 0, no ?? 0, rest ?? 0, seats ?? 0];
  const rules: Record<Carry, boolean> = {
    'majority-or-casting-vote': f > a || (f === a && f > 0 && casting === 'for'),
    'two-thirds-of-all': f > 0 && f * 3 >= all * 2,
    'majority-of-cast': f > a,
    'majority-of-present': f > a + n,
    'majority-of-all': f > all - f,
    'two-thirds-of-cast': f > 0 && f >= 2 * a,
    'unanimity-of-cast': f > 0 && a === 0,
  };
  return rules[carry];
};

export type Close = Readonly<{
  result: 'carried' | 'lost' | 'no-quorum';
  figures: readonly number[];
  struck: readonly (readonly [string, string])[];
}>;

/** Counts by the seats and bars of when the voting ended. */
const counted = (world: World, ballot: Ballot, look: Look): Close => {
  const { quorum, withLead, carry, minimum } = ballot.house;
  const isIn = (seat: string) => !ballot.seats.get(seat) && barOf(world, look, seat) === undefined;
  const seats = [...ballot.seats.keys()].filter(isIn);
  const voices = seats.flatMap((seat) => {
    const voice = voiceOf(world, ballot, look, seat);
    return voice ? [voice] : [];
  });
  const of = (answer: Answer) => voices.filter(([, one]) => one === answer).length;
  const figures = [of('for'), of('against'), of('abstain'), seats.length];
  const needed = Math.max(1, quorum[0] === 'seats' ? quorum[1] : Math.ceil((quorum[1] * seats.length) / 100));
  const [lead] = leader(world, look, ballot);
  const casting = voices.find(([who]) => who === lead)?.[1];
  const decides = voices.length >= needed && seats.length >= minimum && (!withLead || casting !== undefined);
  const result = !decides ? 'no-quorum' : carries(carry, figures, casting) ? 'carried' : 'lost';
  const struck = [...ballot.seats.keys(), ...ballot.alternates.keys()].flatMap((who) => {
    const why = voidness(world, ballot, look, who);
    return why ? [[who, why] as const] : [];
  });
  return { result, figures: [...figures, needed], struck: struck.sort(([a], [b]) => (a < b ? -1 : 1)) };
};

/** Closes the ballot, or does not: then `undefined`. Nobody (`null`) is its clock. */
export const closes = (world: World, by: string | null): Close | undefined => {
  const { ballot, clock } = world;
  if (!ballot) return undefined;
  const look = now(world);
  const isOver = clock >= ballot.closes;
  const isAsked = (seat: string) => voidness(world, ballot, look, seat) === undefined;
  const all = [...ballot.seats.keys()].filter(isAsked).every((seat) => voiceOf(world, ballot, look, seat));
  const may =
    by === null
      ? isOver
      : conducts(world, by, ballot) && (isOver || all || leader(world, look, ballot)[0] === by);
  if (!may) return undefined;
  world.ballot = undefined;
  return counted(world, ballot, isOver ? atTheEnd(ballot.closes) : look);
};
