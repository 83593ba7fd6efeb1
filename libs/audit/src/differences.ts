/** One place where two answers differ: steps of names and indexes, and what stood there; `null` where nothing did. */
export type Difference = Readonly<{ path: string; then: unknown; now: unknown }>;

type Holder = Readonly<Record<string, unknown>>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

const areAlike = (one: Holder, other: Holder): boolean => Array.isArray(one) === Array.isArray(other);

const below = (path: string, step: string, isList: boolean): string => {
  if (isList) return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
};

/** Where two answers in the shape of JSON differ, the innermost places, in the order of the first one. Lists are held side by side. */
export const differencesBetween = (then: unknown, now: unknown, path = ''): readonly Difference[] => {
  if (!isHolder(then) || !isHolder(now) || !areAlike(then, now))
    return Object.is(then ?? null, now ?? null) ? [] : [{ path, then: then ?? null, now: now ?? null }];
  const steps = new Set([...Object.keys(then), ...Object.keys(now)]);
  return [...steps].flatMap((step) =>
    differencesBetween(then[step], now[step], below(path, step, Array.isArray(then))),
  );
};
