import { describe, expect, test } from 'vitest';
import { freshStories, type FirstRunFacts } from '../../src/feeds/index.ts';
import { item, rss, stories } from './builders.ts';

const dated = (number: number): string =>
  item(number, `<pubDate>0${number} May 2011 00:00:00 GMT</pubDate>`);

async function sorted(
  items: string,
  more: Partial<FirstRunFacts> = {},
): Promise<{ fresh: (string | null)[]; seen: (string | null)[] }> {
  const { fresh, seen } = freshStories({
    stories: await stories(rss(items)),
    known: new Set(),
    initialised: false,
    firstRun: 1,
    ...more,
  });
  const headlines = (list: typeof fresh) => list.map(({ headline }) => headline);
  return { fresh: headlines(fresh), seen: headlines(seen) };
}

describe('a first reading', () => {
  test('posts the newest stories only, oldest of them first, and records the rest', async () => {
    expect(await sorted(dated(4) + dated(3) + dated(2) + dated(1), { firstRun: 2 })).toEqual({
      fresh: ['Story 3', 'Story 4'],
      seen: ['Story 1', 'Story 2'],
    });
  });

  test('may post none', async () => {
    expect(await sorted(dated(2) + dated(1), { firstRun: 0 })).toEqual({
      fresh: [],
      seen: ['Story 1', 'Story 2'],
    });
  });

  test('posts all when they are fewer', async () => {
    expect(await sorted(dated(1), { firstRun: 5 })).toEqual({ fresh: ['Story 1'], seen: [] });
  });
});

describe('a feed read before', () => {
  test('posts every unknown story, oldest first', async () => {
    const [, newer] = await stories(rss(dated(3) + dated(2) + dated(1)));
    expect(
      await sorted(dated(3) + dated(2) + dated(1), {
        initialised: true,
        known: new Set([newer?.identity ?? '']),
      }),
    ).toEqual({ fresh: ['Story 1', 'Story 3'], seen: [] });
  });

  test('posts the first article after an empty first reading', async () => {
    expect(await sorted('', { firstRun: 0 })).toEqual({ fresh: [], seen: [] });
    expect(await sorted(dated(1), { initialised: true, firstRun: 0 })).toEqual({
      fresh: ['Story 1'],
      seen: [],
    });
  });

  test('posts nothing when nothing is new', async () => {
    const read = await stories(rss(dated(2) + dated(1)));
    const known = new Set(read.map(({ identity }) => identity));
    expect(await sorted(dated(2) + dated(1), { initialised: true, known })).toEqual({
      fresh: [],
      seen: [],
    });
  });
});

describe('the order of stories', () => {
  test.each([
    ['without dates, the document reversed', item(3) + item(2) + item(1), [1, 2, 3]],
    ['by date, wherever they stand', dated(2) + dated(3) + dated(1), [1, 2, 3]],
    ['a document that runs forward', dated(1) + dated(2) + dated(3), [1, 2, 3]],
    ['an undated story beside its neighbour', dated(3) + item(9) + dated(1), [1, 9, 3]],
  ])('%s', async (_, items, numbers) => {
    expect((await sorted(items, { initialised: true })).fresh).toEqual(
      numbers.map((number) => `Story ${number}`),
    );
  });
});
