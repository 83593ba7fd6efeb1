import type { DecimalText } from '@docket/kernel';
import type { Turn } from '../../domain/ranking/moves';
import type { NamedEvent } from './component-steps';
import type { ToldChanges } from './told-part';

/**
 * What one event did to a component: how much it added to its score (no score counts as 0), and how many places it moved it
 * up (negative: down); `turn` where the one it happened to got or lost its place by it. A component without a rank stands below all that have one. `component` is the one
 * it happened to, and `changes`, `ratings` and `fields` are what it changed of that.
 */
export type MovePart = NamedEvent &
  ToldChanges &
  Readonly<{
    component: Readonly<{ id: string; name: string }>;
    score: DecimalText;
    places: number;
    turn: Turn | null;
  }>;

export type StoodAt = Readonly<{ rank: number | null; score: DecimalText | null }>;

/** What became of a component; `left`: it does not compete any more, whatever was decided. */
export type MoveKind = 'moved' | Turn | 'unchanged';

/**
 * One component between the two moments. `score` and `places` are the whole: `parts` and, where only its own events are
 * listed, `placesByOthers` sum to it exactly.
 */
export type MoveRow = Readonly<{
  id: string;
  name: string;
  kind: MoveKind;
  then: StoodAt;
  now: StoodAt;
  score: DecimalText;
  places: number;
  placesByOthers: number;
  parts: readonly MovePart[];
}>;
