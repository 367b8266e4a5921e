import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { photoAt } from '../../../src/preview/newspaper/photo.ts';
import { openPaper } from './papers.ts';

/** Chunks of a PNG by its specification (third edition, 5.3), each check sum verified. */
function chunks(file: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const named = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    found.set(named.toString('latin1', 0, 4), named.subarray(4));
    at += 12 + length;
  }
  return found;
}

test('a photo is a PNG whose pixels are all there', async () => {
  const { get } = await openPaper();
  const answer = await get('/photos/harbour-night.png');
  expect(answer.headers.get('content-type')).toBe('image/png');
  const file = Buffer.from(await answer.arrayBuffer());
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const parts = chunks(file);
  expect([...parts.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  const header = parts.get('IHDR');
  expect([header?.readUInt32BE(0), header?.readUInt32BE(4)]).toEqual([960, 540]);
  expect(inflateSync(parts.get('IDAT') ?? '')).toHaveLength((960 * 3 + 1) * 540);
});

test('scenes differ from each other, and one scene is always the same picture', () => {
  const night = photoAt('/photos/harbour-night.png');
  expect(photoAt('/photos/harbour-night.png')).toEqual(night);
  expect(photoAt('/photos/ferry-night.png')).not.toEqual(night);
  expect(photoAt('/photos/harbour-noon.png')).toBeNull();
});
