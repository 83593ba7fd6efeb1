import { actsOfBodies } from './acts-of-bodies';
import { actsOfMotions } from './acts-of-motions';
import { actsThatFollow } from './acts-that-follow';
import type { Here, Makers } from './acts-here';
import type { Act, ActName } from './illustrated-acts';
import type { Step } from './illustration-steps';

const MAKERS: Makers<ActName> = { ...actsOfBodies, ...actsOfMotions, ...actsThatFollow };

/** The commands of something that happens, one after the other. */
export const stepsOf = <Name extends ActName>(act: Act<Name>, here: Here): readonly Step[] =>
  MAKERS[act.act](act, here);
