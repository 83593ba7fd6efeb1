import type { CompositionView, NodeView } from '@docket/portfolio';
import { html, type Html } from '../html';
import { person } from '../people';
import type { Section } from '../table.view';

const node = ({ kind, name, lead, standsIn, nodes }: NodeView): Html =>
  html`<li>
    <strong>${name}</strong> <small>${kind}${lead === null ? '' : `, led by ${person(lead)}`}${standsIn ? `, in ${standsIn.name}` : ''}</small>${tree(nodes)}
  </li> `;

const tree = (nodes: readonly NodeView[]): Html =>
  nodes.length === 0
    ? html``
    : html`<ul class="tree">
        ${nodes.map(node)}
      </ul>`;

/** The tree of sub-portfolios and programmes. */
export const compositionSection = ({ nodes }: CompositionView): Section => ({
  id: 'composition',
  title: 'Composition',
  body: nodes.length === 0 ? html`<p>It has neither sub-portfolios nor programmes.</p>` : tree(nodes),
});
