import { byCodeUnits, canonicalJson, unreachable, type DecimalText } from '@docket/kernel';
import type { Outcome } from './outcome';

/** What a slate asks of one of its components. */
export type SlateItem = Readonly<{ projectId: string; ask: Outcome }>;

/**
 * What a motion is about. `component`: the ask on one component. `re-baseline`: the business case of authorised work as it stands becomes its
 * current baseline. `waiver`: a condition of an earlier decision is asked for no more. `slate`: several components at once, all of it or nothing, each with what is
 * asked of it. `scoring-model`: that a draft is published and holds from then on, as it read when the motion was
 * tabled: `digest` is that of its definition. `budget`: how much may be spent in a year, in the currency of the
 * portfolio. `programme`: the programme as an undertaking; what stands in it is decided by itself.
 */
export type Matter = Readonly<
  | { on: 'component' }
  | { on: 're-baseline' }
  | { on: 'waiver'; conditionId: string }
  | { on: 'slate'; components: readonly SlateItem[] }
  | { on: 'scoring-model'; modelId: string; digest: string }
  | { on: 'budget'; year: number; amount: DecimalText }
  | { on: 'programme'; nodeId: string }
>;

export type MatterName = Matter['on'];

/** A matter as somebody asks for it: how a model reads, the log says. */
export type AskedMatter =
  Exclude<Matter, { on: 'scoring-model' }> | Omit<Extract<Matter, { on: 'scoring-model' }>, 'digest'>;

/** What every motion was about before others were taken in. */
export const COMPONENT: Matter = { on: 'component' };

/** What a motion is about, with the component it stands on; null: on none, or on several. */
export type About = Readonly<{ matter: Matter; projectId: string | null }>;

/** The components a motion is about: those of a slate, or one; none where it is about none. */
export const componentsOf = ({ matter, projectId }: About): readonly string[] => {
  if (matter.on === 'slate') return matter.components.map((one) => one.projectId);
  return projectId === null ? [] : [projectId];
};

/** The components a motion claims, so that no other motion is open on them. A waiver claims none: the work goes on meanwhile. */
export const claimedBy = (about: About): readonly string[] =>
  about.matter.on === 'waiver' ? [] : componentsOf(about);

/** The components a motion that somebody asks for would claim, in the order in which all claim: of two slates at once one gets its first. */
export const claimedAsAsked = ({
  matter = COMPONENT,
  projectId,
}: Readonly<{ matter?: AskedMatter | undefined; projectId?: string | undefined }>): readonly string[] =>
  matter.on === 'scoring-model'
    ? []
    : claimedBy({ matter, projectId: projectId ?? null }).toSorted(byCodeUnits);

/** What is decided on each component that a motion is carried to. */
export const carriedBy = (about: About, outcome: Outcome): readonly SlateItem[] =>
  about.matter.on === 'slate'
    ? about.matter.components
    : claimedBy(about).map((projectId) => ({ projectId, ask: outcome }));

/** What two motions have in common that are about the same: a baseline is of its component, a budget of its year, whatever the amount. */
const sameIn = ({ matter, projectId }: About): unknown => {
  switch (matter.on) {
    case 'component':
    case 're-baseline':
      return { projectId };
    case 'slate':
      return { components: matter.components.map((one) => one.projectId).sort(byCodeUnits) };
    case 'budget':
      return { year: matter.year };
    case 'scoring-model':
      return { modelId: matter.modelId };
    case 'waiver':
    case 'programme':
      return matter;
    default:
      return unreachable(matter);
  }
};

/** Whether two motions are about the same, so that the decision on one can stand in the place of the other. */
export const isSameMatter = (one: About, other: About): boolean =>
  canonicalJson(sameIn(one)) === canonicalJson(sameIn(other));
