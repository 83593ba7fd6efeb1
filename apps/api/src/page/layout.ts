import { html, type Html } from './html';

/** A whole page: title, body, and the way to everything else. */
export const layout = (title: string, body: Html): string =>
  `<!doctype html>\n${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Docket</title>
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="/">Docket</a><span>portfolio governance, replayable as of any day</span>
          <nav><a href="/api/docs">API</a><a href="/health/ready">Health</a></nav>
        </header>
        <main>${body}</main>
      </body>
    </html> `.text
  }`;
