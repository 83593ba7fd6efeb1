import { nameKey, type Policy } from '@docket/kernel';
import type { Gate, GateCriterion } from './gate-set.events';

/** Why gates are not published as they are written. */
export type GatesRefusal =
  'gates-missing' | 'name-blank' | 'gate-twice' | 'gate-asks-nothing' | 'wording-blank' | 'criterion-twice';

type GatesPolicy = Policy<readonly Gate[], GatesRefusal>;

const criteriaOf = (gates: readonly Gate[]): readonly GateCriterion[] =>
  gates.flatMap(({ criteria }) => criteria);

/** The first that says the same as one before it. */
const firstTwice = <T>(all: readonly T[], areSame: (a: T, b: T) => boolean): T | undefined =>
  all.find((one, index) => all.slice(0, index).some((before) => areSame(before, one)));

/** What must hold of gates that are published. */
export const gatesPolicies: readonly GatesPolicy[] = [
  function thereAreAny(gates) {
    if (gates.length > 0) return undefined;
    return { code: 'gates-missing', message: 'Name one gate at least, and what it asks.' };
  },
  function eachHasAName(gates) {
    const nameless = gates.find(({ name }) => name.trim() === '');
    if (!nameless) return undefined;
    return { code: 'name-blank', message: `Gate ${nameless.id} needs a name people can call it by.` };
  },
  function eachIsThereOnce(gates) {
    const twice = firstTwice(gates, (a, b) => a.id === b.id || nameKey(a.name) === nameKey(b.name));
    if (!twice) return undefined;
    return {
      code: 'gate-twice',
      message: `Gate ${twice.id} ("${twice.name}") has the id or the name of one before it. Give it others.`,
    };
  },
  function eachAsksSomething(gates) {
    const idle = gates.find(({ criteria }) => criteria.length === 0);
    if (!idle) return undefined;
    return {
      code: 'gate-asks-nothing',
      message: `"${idle.name}" asks nothing: give it a criterion that must or should be met.`,
    };
  },
  function eachCriterionSaysWhat(gates) {
    const blank = criteriaOf(gates).find(({ wording }) => wording.trim() === '');
    if (!blank) return undefined;
    return { code: 'wording-blank', message: `Criterion ${blank.id} does not say what has to be so.` };
  },
  function eachCriterionIsThereOnce(gates) {
    const twice = firstTwice(criteriaOf(gates), (a, b) => a.id === b.id);
    if (!twice) return undefined;
    return {
      code: 'criterion-twice',
      message: `Criterion ${twice.id} is there twice. Each has an id of its own, whichever gate asks it.`,
    };
  },
];
