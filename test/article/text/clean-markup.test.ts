import { expect, test } from 'vitest';
import { readPage } from '../../../src/article/page/page.ts';
import { cleanMarkup } from '../../../src/article/text/clean-markup.ts';

function cleaned(html: string): string {
  const body = new TextEncoder().encode(html);
  return cleanMarkup(
    readPage({ body, contentType: 'text/html', url: 'https://ledger.example/fog' }),
    'aside',
  );
}

test('white space is one space, however long it is and whatever parts it', () => {
  const spaces = ' '.repeat(100_000);
  expect(cleaned(`<p>Fog${spaces}&nbsp;\n over <b>the</b> harbour.</p>`)).toBe(
    '<p>Fog over <b>the</b> harbour.</p>',
  );
  expect(cleaned(`<p>Fog${'&nbsp;<!-- -->'.repeat(100)}over</p>`)).toBe('<p>Fog over</p>');
  expect(cleaned('<p>Fog <br> over</p>')).toContain('<br>');
});
