import { Readable, pipeline } from 'node:stream';
import type { Duplex } from 'node:stream';
import zlib from 'node:zlib';
import type { FetchError } from '../../core/errors.ts';

/** More layers of compression than any server has a reason for. */
const mostLayers = 3;

/** Absent before Node 22.15, and from the types of Node 20. */
const createZstd = (zlib as { createZstdDecompress?: () => Duplex }).createZstdDecompress;

export const acceptEncoding = `gzip, deflate, br${createZstd ? ', zstd' : ''}`;

/** A body in an encoding that is unknown or damaged. */
export class EncodingFault extends Error {
  override readonly name = 'EncodingFault';
}

function decoder(encoding: string, firstByte: number): Duplex {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip();
    case 'br':
      return zlib.createBrotliDecompress();
    case 'deflate':
      // RFC 9110, section 8.4.1.2: some servers send the deflate stream without its zlib wrapper.
      return (firstByte & 0x0f) === 0x08 ? zlib.createInflate() : zlib.createInflateRaw();
    case 'zstd':
      if (createZstd) return createZstd();
  }
  throw new EncodingFault(`unknown compression "${encoding.slice(0, 30)}"`);
}

function layers(contentEncoding: string): string[] {
  const named = contentEncoding
    .toLowerCase()
    .split(',', mostLayers + 1)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (named.length > mostLayers) throw new EncodingFault('too many layers of compression');
  return named.reverse();
}

async function firstChunk(body: AsyncIterator<Buffer>): Promise<Buffer | null> {
  for (;;) {
    const { done, value } = await body.next();
    if (done) return null;
    if (value.length > 0) return value;
  }
}

async function* counted(
  first: Buffer,
  rest: AsyncIterator<Buffer>,
  admit: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let received = first.length;
  admit(received);
  yield first;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    received += value.length;
    admit(received);
    yield value;
  }
}

/**
 * Reads a body to its end, decompressed, and stops as soon as it is larger than `maxBytes`, either
 * as received or as decompressed: throws `tooLarge()`. A body cut short in its compression is
 * damaged ({@link EncodingFault}): half a page of comments would look like half of them deleted.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  maxBytes: number,
  tooLarge: () => FetchError,
): Promise<Uint8Array> {
  const admit = (bytes: number): void => {
    if (bytes > maxBytes) throw tooLarge();
  };
  try {
    const names = layers(contentEncoding);
    const received = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    const first = await firstChunk(received);
    if (!first) return new Uint8Array(0);
    const source = counted(first, received, admit);
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of plain(source, names, first)) {
      bytes += chunk.length;
      admit(bytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, bytes);
  } catch (thrown) {
    if (isZlibFault(thrown)) throw new EncodingFault('damaged compressed data', { cause: thrown });
    throw thrown;
  } finally {
    body.on('error', () => {});
    body.destroy();
  }
}

function plain(
  source: AsyncGenerator<Buffer>,
  names: string[],
  first: Buffer,
): AsyncIterable<Buffer> {
  if (names.length === 0) return source;
  const decoders = names.map((name) => decoder(name, first[0] ?? 0));
  const last = decoders.at(-1) as Duplex;
  // A failure anywhere destroys `last` with it, which the reading loop throws.
  pipeline([Readable.from(source), ...decoders], () => {});
  return last;
}

function isZlibFault(thrown: unknown): boolean {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(Z_|ERR__|ERR_BROTLI|ZSTD_)/.test(code);
}
