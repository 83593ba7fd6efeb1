import {
  accept,
  canonicalJson,
  firstRefusal,
  tidyName,
  type Command,
  type Decider,
  type DecisionContext,
  type Verdict,
} from '@docket/kernel';
import { historyPolicies, type HistoryRefusal } from '../project/history.policy';
import type { PortfolioFacts } from '../project/on-project';
import type { ComponentKind, Gate, GatesPublished } from './gate-set.events';
import { gatesPolicies, type GatesRefusal } from './gate-set.policy';
import { evolve, initialState, type GateSetState } from './gate-set.state';

/** All gates of a kind of component, in their order. */
export type PublishGates = Command<
  'PublishGates',
  { portfolioId: string; portfolio: PortfolioFacts; kind: ComponentKind; gates: readonly Gate[] }
>;

export type GateSetRefusal = GatesRefusal | HistoryRefusal;

/** A gate as an event keeps it. */
const tidied = ({ id, name, criteria }: Gate): Gate => ({
  id,
  name: tidyName(name),
  criteria: criteria.map(({ id: of, wording, meet, needsEvidence }) => ({
    id: of,
    wording: wording.trim(),
    meet,
    needsEvidence,
  })),
});

const publish = (
  { data }: PublishGates,
  state: GateSetState,
  context: DecisionContext,
): Verdict<GatesPublished, GateSetRefusal> => {
  const { portfolioId, portfolio, kind } = data;
  const refused =
    firstRefusal(historyPolicies, { portfolio, context }) ?? firstRefusal(gatesPolicies, data.gates);
  if (refused) return refused;
  const gates = data.gates.map(tidied);
  if (canonicalJson(gates) === canonicalJson(state.gates)) return accept();
  const version = state.version + 1;
  return accept({ type: 'GatesPublished', data: { portfolioId, kind, version, gates } });
};

/** The rules of the gates of one kind of component: published whole, numbered, never changed. */
export const decider: Decider<GateSetState, PublishGates, GatesPublished, GateSetRefusal> = {
  initialState,
  evolve,
  decide: publish,
};
