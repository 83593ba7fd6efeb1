/** What the address of a page asks for, trimmed; what is left out or blank is absent. */
export type Asked = Readonly<{
  portfolio?: string;
  project?: string;
  asOf?: string;
  since?: string;
  model?: string;
  budget?: string;
  rule?: 'stop' | 'fill';
  /** Two scoring models, by id or name, to hold against each other. */
  compare?: string;
  against?: string;
}>;

/** What could be read of an address, and the first thing that is wrong with it, in a sentence. */
export type Understood = Readonly<{
  asked: Asked;
  wrong?: string;
  /** A budget that is no amount, as it was typed: its form shows it again. */
  budgetTyped?: string;
}>;

const NAMES = [
  'portfolio',
  'project',
  'asOf',
  'since',
  'model',
  'budget',
  'rule',
  'compare',
  'against',
] as const;
type Name = (typeof NAMES)[number];

const MOST = 1_000;

const isName = (name: string): name is Name => (NAMES as readonly string[]).includes(name);

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** A bare year is what the buttons call so: its end. An event number of that size is asked for by API. */
const moment = (text: string): string => (/^(19|20)\d\d$/.test(text) ? `${text}-12-31` : text);

const isReadable = (value: string): boolean =>
  value.length <= MOST && !/\p{Cc}/u.test(value) && value.isWellFormed();

const wrongWith = (name: string, value: unknown): string | undefined => {
  if (!isName(name))
    return `The address asks for "${shown(name)}", which no page knows: pages take ${NAMES.join(', ')}.`;
  if (typeof value !== 'string') return `"${name}" stands in the address more than once: give it once.`;
  if (!isReadable(value))
    return `What the address gives for "${name}" is too long or holds characters that nobody types.`;
  const text = value.trim();
  if (name === 'budget' && text !== '' && !/^-?\d{1,24}(\.\d{1,12})?$/.test(text))
    return `The budget "${shown(text)}" is no amount: give digits without spaces or commas, like 50000000 or 1250.5.`;
  if (name === 'rule' && text !== '' && text !== 'stop' && text !== 'fill')
    return `There is no rule "${shown(text)}": a funding line is drawn by stop or by fill.`;
  return undefined;
};

/** Reads the query of an address; what is wrong in it is left out of what is asked. */
export const understood = (query: Readonly<Record<string, unknown>>): Understood => {
  const entries = Object.entries(query);
  const [wrong] = entries.flatMap(([name, value]) => wrongWith(name, value) ?? []);
  const asked = Object.fromEntries(
    entries.flatMap(([name, value]): [string, string][] => {
      if (typeof value !== 'string' || value.trim() === '' || wrongWith(name, value) !== undefined) return [];
      const text = value.trim();
      return [[name, name === 'asOf' || name === 'since' ? moment(text) : text]];
    }),
  ) as Asked;
  if (wrong === undefined) return { asked };
  const { budget } = query;
  const isTyped = typeof budget === 'string' && asked.budget === undefined && isReadable(budget);
  return isTyped ? { asked, wrong, budgetTyped: budget.trim() } : { asked, wrong };
};
