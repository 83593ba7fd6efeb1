import { html } from './html';

describe('markup', () => {
  it('escapes every text put into it', () =>
    expect(html`<b title="${'"\'>'}">${'<script>&'}</b>`.text).toBe(
      '<b title="&quot;&#39;&gt;">&lt;script&gt;&amp;</b>',
    ));
  it('takes markup made here as it is, and lists of it', () =>
    expect(html`<p>${['a', '<b>'].map((name) => html`<i>${name}</i>`)}</p>`.text).toBe(
      '<p><i>a</i><i>&lt;b&gt;</i></p>',
    ));
  it('leaves out what is not there', () => expect(html`<p>${undefined}</p>`.text).toBe('<p></p>'));
});
