import { readdirSync } from 'node:fs';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { demoEdition } from '../../../src/preview/newspaper/demo/edition.ts';
import { photoAt, photoPath, photoTitles } from '../../../src/preview/newspaper/photos.ts';
import type { PhotoName } from '../../../src/preview/newspaper/photos.ts';
import { editionOf, openPaper, scripted } from './papers.ts';

const names = Object.keys(photoTitles) as PhotoName[];
const folder = new URL('../../../src/preview/newspaper/photos/', import.meta.url);

/** Width and height from a JPEG's frame header (ITU-T T.81, B.2.2), `null` when it has none. */
function jpegSize(file: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 < file.length && file[at] === 0xff;) {
    const marker = file[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    at += 2 + file.readUInt16BE(at + 2);
  }
  return null;
}

test.each(names)('the photo %s is a whole JPEG of less than 60 kB', (name) => {
  const file = photoAt(photoPath(name)) ?? Buffer.of();
  expect(file.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  expect(file.subarray(-2).toString('hex')).toBe('ffd9');
  expect(file.length).toBeLessThan(60_000);
});

test.each(names)('pages and feeds give the photo %s its true size and type', async (name) => {
  const photo = { name, caption: 'The quay', photographer: 'Ana Sola', agency: 'Halyard' };
  const { get, text } = await openPaper(editionOf(scripted({ photo })));
  const answer = await get(photoPath(name));
  const size = jpegSize(Buffer.from(await answer.arrayBuffer()));
  const page = load(await text('/stories/ropewalk'));
  const listing = load(await text('/'));
  const sizeOf = (image: ReturnType<typeof page>) => ({
    width: Number(image.attr('width')),
    height: Number(image.attr('height')),
  });
  expect(sizeOf(page('figure img'))).toEqual(size);
  expect(sizeOf(listing('.teaser img'))).toEqual(size);
  const meta = (key: string) => page(`meta[property="og:image:${key}"]`).attr('content');
  expect({ width: Number(meta('width')), height: Number(meta('height')) }).toEqual(size);
  const { image } = JSON.parse(page('script').text()) as { image: object };
  expect(image).toMatchObject(size ?? {});
  const media = load(await text('/feed.xml'), { xml: true })('media\\:content');
  expect(sizeOf(media)).toEqual(size);
  expect(media.attr('type')).toBe(answer.headers.get('content-type'));
});

test('every photo in the folder has a title and belongs to a story of the demo', () => {
  const { stories, stock } = demoEdition;
  const used = [...stories, ...stock].flatMap(({ photo }) => (photo ? [photo.name] : []));
  expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name}.jpg`).sort());
  expect([...used].sort()).toEqual([...names].sort());
});

test('photos differ from each other, and a photo that the paper does not have is not found', () => {
  const files = names.map((name) => photoAt(photoPath(name))?.toString('base64'));
  expect(new Set(files).size).toBe(names.length);
  expect(photoAt('/photos/harbour-noon.jpg')).toBeNull();
  expect(photoAt('/photos/../newspaper.ts')).toBeNull();
});
