import {
  GiveGrantCommand,
  RevokeGrantCommand,
  subjectOfGrant,
  subjectOfTier,
  type GiveGrantData,
  type KnownGrant,
  type PlannedRow,
  type SchemePlan,
} from '@docket/governance';
import { digestOfBody, type Receipt, type Refusal, type Refused, type Request } from '@docket/kernel';
import type { CommandBus } from '@nestjs/cqrs';

/** What is carried out for whom, and what the grants were that it was judged by. */
export type Carrying = Readonly<{
  bus: CommandBus;
  request: Request;
  portfolioId: string;
  file: string;
  grants: readonly KnownGrant[];
  plan: SchemePlan;
  revokeMissing: boolean;
}>;

/** What was done: the ids of grants by the line of their row, and which were revoked; `stopped`: at which line, why. */
export type CarriedOut = Readonly<{
  given: ReadonlyMap<number, string>;
  ended: ReadonlySet<string>;
  stopped?: Readonly<{ line: number | null; refusal: Refusal }>;
}>;

type Answer = Receipt | Refused<string>;
type Giving = Extract<PlannedRow, { does: 'give' }>;

/** The same person in the same conversation. What is asked again while nothing changed is the same command. */
const derived = (request: Request, operation: string, body: object): Request => {
  const { expectedRevision: _, ...same } = request;
  const bodyDigest = digestOfBody(body);
  return { ...same, operation, key: `delegations/${bodyDigest}`, bodyDigest };
};

const revoke = ({ bus, request }: Carrying, grantId: string, reason: string): Promise<Answer> => {
  const data = { grantId, reason };
  return bus.execute(new RevokeGrantCommand(derived(request, 'revoke-grant', data), data));
};

const give = (carrying: Carrying, { tier, give: planned }: Giving, ids: ReadonlyMap<number, string>) => {
  const { bus, request, portfolioId, grants } = carrying;
  const { from: grantor, ...rest } = planned;
  const from =
    grantor.kind === 'grant' ? { kind: 'grant' as const, grantId: realId(grantor.grantId, ids) } : grantor;
  const data: GiveGrantData = { portfolioId, from, ...rest };
  const subject = subjectOfTier(tier);
  const before = grants.filter((grant) => subjectOfGrant(grant) === subject).length;
  const asked = derived(request, 'grant-authority', { data, before });
  return bus.execute(new GiveGrantCommand(asked, data));
};

const PLANNED = /^line (\d+)$/;
const realId = (grantId: string, ids: ReadonlyMap<number, string>): string => {
  const line = PLANNED.exec(grantId)?.[1];
  return line === undefined ? grantId : (ids.get(Number(line)) ?? grantId);
};

const endMissing = async (carrying: Carrying, ended: Set<string>): Promise<Refusal | undefined> => {
  const { plan, file, revokeMissing } = carrying;
  for (const { grant } of revokeMissing ? plan.missing : []) {
    const answer = await revoke(carrying, grant.grantId, `${file} does not name it any more.`);
    if (answer.outcome === 'refused') return answer.refusal;
    ended.add(grant.grantId);
  }
  return undefined;
};

const carryRow = async (
  carrying: Carrying,
  row: Giving,
  ids: ReadonlyMap<number, string>,
  end: (grantId: string) => void,
): Promise<Answer> => {
  const { line } = row.tier;
  if (row.replaces !== null) {
    const reason = `Replaced by line ${line} of ${carrying.file}.`;
    const ended = await revoke(carrying, row.replaces, reason);
    if (ended.outcome === 'refused') return ended;
    end(row.replaces);
  }
  return give(carrying, row, ids);
};

/**
 * Carries a plan out through the commands people use: first what is to end because no row names it, then the rows, roots first; what a
 * row replaces ends before its own is given, so that nobody ever holds both. @throws OutcomeUnknown | StoreUnavailable | TooContended
 */
export const carryOutScheme = async (carrying: Carrying): Promise<CarriedOut> => {
  const given = new Map<number, string>();
  const ended = new Set<string>();
  const refusal = await endMissing(carrying, ended);
  if (refusal) return { given, ended, stopped: { line: null, refusal } };
  for (const row of carrying.plan.rows) {
    if (row.does !== 'give') continue;
    const answer = await carryRow(carrying, row, given, (grantId) => ended.add(grantId));
    if (answer.outcome === 'refused')
      return { given, ended, stopped: { line: row.tier.line, refusal: answer.refusal } };
    given.set(row.tier.line, answer.id);
  }
  return { given, ended };
};
