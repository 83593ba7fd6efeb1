import { html } from './html';
import { layout } from './layout';
import { navigation } from './navigation.view';

/** A whole page for what no page answers: the sentence that says what is so, and the ways on. */
export const problemPage = ({ title, detail }: Readonly<{ title: string; detail: string }>): string =>
  layout(
    title,
    html`${navigation({ portfolio: '' }, '')}
      <h1>${title}</h1>
      <p class="problem">${detail}</p>
      <p><a href="/">The ranking</a> is where to begin; what programs ask is in the <a href="/api/docs">API</a>.</p>`,
  );
