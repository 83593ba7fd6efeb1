import { derivedUuid } from '@docket/kernel';
import type { ComponentKind, Gate, GateSetEvent } from './gate-set.events';

/** The gates that count now; `version` is 0 while none were published. */
export type GateSetState = Readonly<{ portfolioId?: string; version: number; gates: readonly Gate[] }>;

/** The id of the gates of a kind of component of a portfolio. */
export const gateSetIdOf = (portfolioId: string, kind: ComponentKind): string =>
  derivedUuid('gate-set', portfolioId, kind);

export const initialState = (): GateSetState => ({ version: 0, gates: [] });

export const evolve = (
  _: GateSetState,
  { data: { portfolioId, version, gates } }: GateSetEvent,
): GateSetState => ({ portfolioId, version, gates });
