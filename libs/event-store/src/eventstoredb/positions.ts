import type { Position as ServerPosition } from '@eventstore/db-client';
import type { Position } from '@docket/kernel';

/** A server's position as text: `commit/prepare`, both, because only both together can be resumed from. */
export const toPosition = ({ commit, prepare }: ServerPosition): Position => `${commit}/${prepare}`;

/** The text back as the client wants it. */
export const toServerPosition = (position: Position): ServerPosition => {
  const [commit = '0', prepare = commit] = position.split('/');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
};
