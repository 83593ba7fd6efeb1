import { dayOf, Decimal, rounded } from '@docket/kernel';
import type { ToldComponentMoves, ToldMoves, ToldPart, ToldRow } from '../http/moved-events';
import type { AsOfView } from '../http/reading';
import { asOfForm, cutFooter, momentInWords, notes } from './as-of.view';
import { eventLink } from './event-link';
import { html, type Html } from './html';
import { keptFields, linkTo, type Kept } from './kept';
import { person } from './people';
import { figures, table, words } from './table.view';

/** What the page of moves shows; `moves` is undefined until an earlier moment is asked for. */
export type MovesPage = Readonly<{
  kept: Kept;
  since: string | undefined;
  asOf: AsOfView;
  portfolio: Readonly<{ name: string; timeZone: string }>;
  days: readonly string[];
  moves: ToldMoves | undefined;
}>;

/** An earlier moment is before the one that is shown. */
const earlierDays = ({ days, asOf, portfolio }: MovesPage): readonly string[] =>
  days.filter((day) => day < dayOf(asOf.at, portfolio.timeZone));

const sinceForm = (page: MovesPage): Html => {
  const { kept, since } = page;
  return html`<form class="asof" method="get" action="/moves">
    ${keptFields(kept, {}, [])}
    <label
      >Moved since (a day, an event number or a token)<input
        name="since"
        size="24"
        value="${since ?? ''}"
        placeholder="2018-12-31"
        autocomplete="off"
    /></label>
    <button>Show</button
    ><span class="years"
      >${earlierDays(page).map((day) => html`<a href="${linkTo('/moves', kept, { since: day })}" ${day === since ? html`aria-current="page"` : ''}>${day.slice(0, 4)}</a>`)}</span
    >
  </form>`;
};

const places = (count: number): string => {
  if (count === 0) return 'no place';
  return `${Math.abs(count)} place${Math.abs(count) > 1 ? 's' : ''} ${count > 0 ? 'up' : 'down'}`;
};

const signed = (score: string): string => `${Decimal.of(score).isNegative ? '' : '+'}${rounded(score, 3)}`;

/** What became of a project, as people say it. */
const told = (kind: ToldRow['kind']): string => kind.replaceAll('-', ' ');

const why = (reason: string | null): string => (reason === null ? '' : `: “${reason}”`);

type Setting = Readonly<{ kept: Kept; portfolio: Readonly<{ timeZone: string }> }>;

const part = (
  { number, date, sentence, reason, score, places: by, turn }: ToldPart,
  { kept, portfolio }: Setting,
  whose: Html | string = '',
): Html =>
  html`<li>
    ${whose}${person(sentence)}${why(reason)} (${eventLink(number, kept)}, ${dayOf(date, portfolio.timeZone)}): ${signed(score)}, ${places(by)}${turn ? `, ${told(turn)}` : ''}
  </li> `;

/** What moved one component: its own events, each; of others the places alone. */
const events = ({ parts, placesByOthers }: ToldRow, page: Setting): Html =>
  html`<ul class="missing">
    ${parts.map((one) => part(one, page))}${placesByOthers === 0 ? '' : html`<li>events of others: ${places(placesByOthers)}</li>`}
  </ul>`;

const stood = ({ rank, score }: ToldRow['then']): string =>
  rank === null ? 'unranked' : `${rank}. (${rounded(score, 3)})`;

/** What of the rows is told one by one: those that only others moved are told in a sentence. */
const movedTable = ({ rows, since }: ToldMoves, page: MovesPage): Html =>
  rows.length === 0
    ? html`<p>
        Nothing moved since ${since.at === null ? 'the beginning' : momentInWords(page.since, since.at, page.portfolio.timeZone)}.
      </p>`
    : table(
        [words('Project'), words(''), figures('Then'), figures('Now'), words('What moved it')],
        rows
          .filter(({ parts, places: by }) => parts.length > 0 || by === 0)
          .map((row) => [
            html`<a href="${linkTo('/project', page.kept, { project: row.id })}">${row.name}</a>`,
            html`<strong>${row.kind === 'moved' ? places(row.places) : told(row.kind)}</strong>`,
            stood(row.then),
            stood(row.now),
            events(row, page),
          ]),
      );

const from = ({ since }: ToldMoves, timeZone: string): string =>
  since.at === null ? 'the beginning' : `event ${since.number}, ${dayOf(since.at, timeZone)},`;

const answer = (moves: ToldMoves, page: MovesPage): Html =>
  html`<p class="lead">
      From ${from(moves, page.portfolio.timeZone)} to
      ${momentInWords(page.kept.asOf, page.asOf.at, page.portfolio.timeZone)}, both ranked by “${moves.model.name}”.
    </p>
    ${notes(moves.notices)}${movedTable(moves, page)}${moves.byOthers.components > 0 ? html`<p>${moves.byOthers.sentence} The page of each project says which events moved it.</p>` : ''}`;

/** What moved since an earlier moment, and which events moved it. */
export const movesView = (page: MovesPage): Html =>
  html`<h1>${page.portfolio.name}: what moved</h1>
    ${sinceForm(page)}${asOfForm({ kept: page.kept, action: '/moves', beside: { since: page.since } })}${page.moves ? answer(page.moves, page) : html`<p>Give a day, and this page says what moved since then.</p>`}${cutFooter(page.asOf)}`;

/** What moved one project, as its page tells it. */
export type MovedProject = Setting & Readonly<{ since: string; moves: ToldComponentMoves }>;

/** So many events of others are told, those that moved it furthest; the rest is summed up. */
const MOST = 10;

const ofOther = (one: ToldPart, setting: Setting): Html => {
  const { component, turn } = one;
  const link = linkTo('/project', setting.kept, { project: component.id });
  const whose = html`<a href="${link}">${component.name}</a>${turn ? `, which ${told(turn)}` : ''}: `;
  return part({ ...one, turn: null }, setting, whose);
};

const ofOthers = ({ id, parts }: ToldRow, setting: Setting): Html => {
  const others = parts
    .filter(({ component }) => component.id !== id)
    .sort((a, b) => Math.abs(b.places) - Math.abs(a.places) || b.number - a.number);
  if (others.length === 0) return html``;
  const rest = others.slice(MOST);
  const net = rest.reduce((sum, one) => sum + one.places, 0);
  return html`<p>Events of others, the largest first:</p>
    <ul class="missing">
      ${others.slice(0, MOST).map((one) => ofOther(one, setting))}${rest.length > 0 ? html`<li>${rest.length} more events of others: together ${places(net)}</li>` : ''}
    </ul>`;
};

/** What moved a project since a day: its own events, then those of others with whose they were. */
export const movedProjectView = ({ since, moves, ...setting }: MovedProject): Html => {
  const { row } = moves;
  const own = row.parts.filter(({ component }) => component.id === row.id);
  const form = html`<form class="asof" method="get" action="/project">
    ${keptFields(setting.kept, { project: row.id }, [])}
    <label>Moved since<input name="since" size="24" value="${since}" autocomplete="off" /></label>
    <button>Show</button>
  </form>`;
  const change = `${stood(row.then)} → ${stood(row.now)}`;
  return html`<h2 id="moved">What moved it</h2>
    ${form}
    <p>
      Since ${since}, both moments ranked by “${moves.model.name}”: <strong>${row.kind === 'moved' ? places(row.places) : told(row.kind)}</strong>,
      ${change}.
    </p>
    ${own.length > 0 ? events({ ...row, parts: own, placesByOthers: 0 }, setting) : html`<p>No event of its own moved it.</p>`}${ofOthers(row, setting)}`;
};
