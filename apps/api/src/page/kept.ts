import { html, type Html } from './html';

/** What every link and form of a page carries on: the portfolio, the moment, the model and the funding line that were asked for. */
export type Kept = Readonly<{
  portfolio: string;
  asOf?: string | undefined;
  model?: string | undefined;
  budget?: string | undefined;
  rule?: string | undefined;
}>;

/** What one page takes beside. */
export type Beside = Readonly<Record<string, string | undefined>>;

const given = (
  { portfolio, asOf, model, budget, rule }: Kept,
  beside: Beside,
): readonly (readonly [string, string])[] =>
  Object.entries({ portfolio, ...beside, asOf, model, budget, rule }).flatMap(([name, value]) =>
    value ? [[name, value] as const] : [],
  );

/** The address of a page at the same moment, by the same model and under the same budget. */
export const linkTo = (path: string, kept: Kept, beside: Beside = {}): string => {
  const parts = given(kept, beside).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
};

/** The same for a form, without what its own fields ask for. */
export const keptFields = (kept: Kept, beside: Beside, asks: readonly string[]): Html =>
  html`${given(kept, beside)
    .filter(([name]) => !asks.includes(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
