import { getMetadataStorage, type MetadataStorage } from 'class-validator';

const remembering = new WeakSet<MetadataStorage>();

type Look = MetadataStorage['getTargetValidationMetadatas'];

type Known = Readonly<{ asked: readonly unknown[]; rules: ReturnType<Look> }>;

/** In how many ways the rules of one class are remembered: the pipe and the validator ask in one each. */
const MOST_WAYS = 4;

const isTheSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

/**
 * Remembers which rules hold for a class of requests. For each object it checks, class-validator looks through all classes there are for those
 * it inherits from: a sixteenth of what a command took. Which rules a class has is known once it is declared; what is declared later is heard of.
 */
export const rememberRules = (storage: MetadataStorage = getMetadataStorage()): void => {
  if (remembering.has(storage)) return;
  remembering.add(storage);
  const known = new Map<unknown, Known[]>();
  const look: Look = storage.getTargetValidationMetadatas.bind(storage);
  const add = storage.addValidationMetadata.bind(storage);
  storage.getTargetValidationMetadatas = (target, ...asked) => {
    const before = known.get(target) ?? [];
    const found = before.find((one) => isTheSame(one.asked, asked));
    if (found) return found.rules;
    const rules = look(target, ...asked);
    known.set(target, [{ asked, rules }, ...before].slice(0, MOST_WAYS));
    return rules;
  };
  storage.addValidationMetadata = (rule) => {
    known.clear();
    add(rule);
  };
};
