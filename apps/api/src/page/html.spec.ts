import { html } from './html';

describe('markup', () => {
  it('escapes every text put into it', () =>
    expect(html`<b title="${'"\'>'}">${'<script>&'}</b>`.text).toBe(
      '<b title="&quot;&#39;&gt;">&lt;script&gt;&amp;</b>',
    ));
  it('takes markup made here as it is, and lists of it', () =>
    expect(
      html`<ul>
        ${['a', '<b>'].map((name) => html`<li>${name}</li>`)}
      </ul>`.text,
    ).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>'));
  it('leaves out what is not there', () => expect(html`<p>${undefined}</p>`.text).toBe('<p></p>'));
});
