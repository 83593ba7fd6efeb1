import type { Letter } from '@docket/assessment';
import type { AsOfView } from '../../http/reading';
import { asOfForm, cutFooter, notes } from '../as-of.view';
import { lineForm } from '../funding-line.view';
import { html, type Html } from '../html';
import { linkTo, type Kept } from '../kept';

type LetterPage = Readonly<{ kept: Kept; asOf: AsOfView; letter: Letter }>;

/** The letter to whoever proposed a project; a budget says what line it is measured against. */
export const letterView = ({ kept, asOf, letter }: LetterPage): Html => {
  const { id: project, name } = letter.row;
  return html`<p><a href="${linkTo('/project', kept, { project })}">← ${name}</a></p>
    <h1>Letter to the proposer of ${name}</h1>
    ${asOfForm({ kept, action: '/letter', beside: { project } })}${lineForm(kept, '/letter', { project })}${notes(letter.notices)}
    <div class="letter">${letter.text}</div>
    ${cutFooter(asOf)}`;
};
