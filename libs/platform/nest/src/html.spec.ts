import { html, pagePolicy, trusted } from './html';

describe('a piece of a page', () => {
  it('escapes whatever is put in, in text and in attributes', () => {
    const name = `<script>"it's" & more</script>`;
    expect(html`<a title="${name}">${name}</a>`.text).toBe(
      '<a title="&lt;script&gt;&quot;it&#39;s&quot; &amp; more&lt;/script&gt;">' +
        '&lt;script&gt;&quot;it&#39;s&quot; &amp; more&lt;/script&gt;</a>',
    );
  });

  it('takes other pieces, lists of them, numbers and nothing', () => {
    const mixed = html`<p>${html`<b>${1}</b>`}${null}${[html`<i></i>`, trusted('<u></u>')]}</p>`;
    expect(mixed.text).toBe('<p><b>1</b><i></i>\n<u></u></p>');
  });

  it('allows a page its own style only, by its hash', () => {
    expect(pagePolicy('p { margin: 0 }')).toContain(
      "style-src 'sha256-7IWhgxoOGTB5NQzjGk9OPt0FwhVeBvZGoWgF9xLLh8c='",
    );
  });
});
