import { expect, test } from 'vitest';
import { rss, story } from '../builders.ts';

test.each([
  ['Ferry returns - The Ledger', 'The Ledger', 'Ferry returns', 'The Ledger'],
  ['Ferry returns | The Ledger', 'The Ledger', 'Ferry returns', 'The Ledger'],
  ['What we think of The Ledger', 'The Ledger', 'What we think of The Ledger', null],
  ['The Ledger', 'The Ledger', 'The Ledger', null],
  ['Ferry returns - Tide Post', 'The Ledger', 'Ferry returns - Tide Post', null],
])('"%s" from the source "%s" is "%s" of %s', async (title, source, headline, paper) => {
  const feed = rss(
    `<item><title>${title}</title><source url="https://ledger.example/feed">${source}</source></item>`,
  );
  expect(await story(feed)).toMatchObject({
    headline,
    dateline: paper === null ? null : { place: null, agency: paper },
  });
});
