import type { ProjectionStatus } from '@docket/host';
import { html, type Html } from './html';

type Answered = Readonly<{ status: number; title: string; body: Html }>;

const EMPTY: Answered = {
  status: 200,
  title: 'No portfolio yet',
  body: html`<h1>No portfolio yet</h1>
    <p class="lead">
      Import one with <code>npm run -s docket -- import gmpp FILE</code>, or open one through the
      <a href="/api/docs">API</a>.
    </p>`,
};

const startOrWait = html`The read model is behind the log; start a worker: <code>npm run start:worker</code>. Where one
  runs, it comes to the end of the log by itself:`;

const wait = html`The read model is behind the log, and comes to its end by itself:`;

/** What is shown where no portfolio can be read: that there is none, or that what the log has is not readable yet. */
export const nothingYet = ({ state, lag }: Pick<ProjectionStatus, 'state' | 'lag'>): Answered =>
  lag.events === 0
    ? EMPTY
    : {
        status: 503,
        title: 'Nothing to read yet',
        body: html`<h1>Nothing to read yet</h1>
          <p class="problem">
            ${state === 'elsewhere' ? startOrWait : wait} <a href="/health/ready">how far it is</a>.
          </p>`,
      };
