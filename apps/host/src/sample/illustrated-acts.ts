import type {
  EstablishBodyData,
  EscalateMotionData,
  GiveGrantData,
  Choice,
  SeatMemberData,
  StatedCondition,
  TableMotionData,
} from '@docket/governance';
import type { Instant } from '@docket/kernel';
import type { NodeKind } from '@docket/portfolio';
import type { ClosureContent, InterestDeclared, StatedCase } from '@docket/project';
import { readFileSync } from 'node:fs';

/** Said by one of the sample people: `by` is their id. What no `by` says is what a process would have done. */
type Said = Readonly<{ by: string }>;

/** A vote: who, what, why. */
export type IllustratedVote = readonly [person: string, choice: Choice, reason: string];

/** Which condition of which motion, by its place from 0. */
type OfCondition = Readonly<{ motion: string; place: number }>;

type IllustratedAuthority = Omit<GiveGrantData['authority'], 'domains'> &
  Readonly<{ domains: readonly string[] | null }>;

/**
 * What can happen, by name. `key`s name nodes, proposals, bodies, grants and motions within the file; `project` is the key of a proposal, or a listed project as its
 * last list names it.
 */
export type ActsByName = {
  'add-node': Said & Readonly<{ key: string; kind: NodeKind; name: string; lead: string }>;
  place: Said & Readonly<{ project: string; node: string }>;
  propose: Said & Readonly<{ key: string; stated: StatedCase }>;
  establish: Said & Readonly<{ key: string }> & Omit<EstablishBodyData, 'portfolioId'>;
  seat: Said & Readonly<{ body: string }> & Omit<SeatMemberData, 'bodyId'>;
  grant: Said &
    Readonly<{
      key: string;
      /** The key of the body or of the grant it is given out of. */
      from: Readonly<{ body: string }> | Readonly<{ grant: string }>;
      to: string;
      authority: IllustratedAuthority;
      maySubDelegate: boolean;
      callInHours: number | null;
    }>;
  'declare-interest': Said &
    Readonly<{ project: string; personId: string }> &
    Pick<InterestDeclared['data'], 'nature' | 'description'>;
  'withdraw-interest': Said & Readonly<{ project: string; personId: string; reason: string }>;
  table: Said &
    Readonly<{ key: string; body: string; project: string; supersedes?: string }> &
    Pick<TableMotionData, 'ask' | 'question' | 'kind'>;
  open: Said & Readonly<{ motion: string; closesAt?: Instant }>;
  vote: Readonly<{ motion: string; votes: readonly IllustratedVote[] }>;
  close: Said & Readonly<{ motion: string }>;
  /** Records the decision; what follows it is carried out with it. */
  record: Said &
    Readonly<{ motion: string; rationale: string; conditions?: readonly StatedCondition[] }>;
  /** Frees the project of a motion that was lost. */
  release: Readonly<{ motion: string }>;
  escalate: Said & Readonly<{ motion: string }> & Pick<EscalateMotionData, 'reason'>;
  'call-in': Said & Readonly<{ motion: string; reason: string }>;
  ratify: Said & Readonly<{ motion: string; reason: string }>;
  'close-call-in': Readonly<{ motion: string }>;
  evidence: Said & OfCondition & Readonly<{ evidence: string }>;
  confirm: Said & OfCondition & Readonly<{ finding: string }>;
  lapse: OfCondition;
  'close-project': Said & Readonly<{ project: string }> & ClosureContent;
};

export type ActName = keyof ActsByName;
export type Act<Name extends ActName = ActName> = {
  [One in Name]: Readonly<{ act: One }> & ActsByName[One];
}[Name];

/** What was known at one moment, in its order; `what` is for whoever reads the file. */
export type IllustratedDay = Readonly<{ knownAt: Instant; what: string; acts: readonly Act[] }>;

/** Boards and what they decided, made up and marked as such, day after day behind the lists; history has come to `until` with the last of it. */
export type IllustratedDecisions = Readonly<{
  source: string;
  until: Instant;
  days: readonly IllustratedDay[];
}>;

/** Reads decisions of our own; what they say is judged by the deciders, like everybody's. */
export const readDecisions = (file: string): IllustratedDecisions =>
  JSON.parse(readFileSync(file, 'utf8')) as IllustratedDecisions;

/** All that happens, in its order. */
export const actsOf = ({ days }: IllustratedDecisions): readonly Act[] => days.flatMap(({ acts }) => acts);

