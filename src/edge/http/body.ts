import { Readable, pipeline } from 'node:stream';
import type { Duplex } from 'node:stream';
import zlib from 'node:zlib';
import type { FetchError } from '../../core/errors.ts';

const maxLayers = 3;

/** Missing before Node 22.15, and from the types of Node 20. */
const createZstd = (zlib as { createZstdDecompress?: () => Duplex }).createZstdDecompress;

export const acceptEncoding = `gzip, deflate, br${createZstd ? ', zstd' : ''}`;

/** A body with an unknown compression, or with damaged compressed data. */
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
  const names = contentEncoding
    .toLowerCase()
    .split(',', maxLayers + 1)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > maxLayers) throw new EncodingFault('too many layers of compression');
  return names.reverse();
}

async function firstChunk(body: AsyncIterator<Buffer>): Promise<Buffer | null> {
  for (;;) {
    const { done, value } = await body.next();
    if (done) return null;
    if (value.length > 0) return value;
  }
}

async function* withSizeCheck(
  first: Buffer,
  rest: AsyncIterator<Buffer>,
  checkSize: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let received = first.length;
  checkSize(received);
  yield first;
  for (;;) {
    const { done, value } = await rest.next();
    if (done) return;
    received += value.length;
    checkSize(received);
    yield value;
  }
}

/**
 * Reads and decompresses a whole body. Truncated compressed data counts as damaged: with half a page,
 * half of its comments would seem deleted.
 * @throws `tooLarge()` as soon as the received or the decompressed bytes exceed `maxBytes`
 * @throws EncodingFault for an unknown compression or damaged data
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  maxBytes: number,
  tooLarge: () => FetchError,
): Promise<Uint8Array> {
  const checkSize = (bytes: number): void => {
    if (bytes > maxBytes) throw tooLarge();
  };
  try {
    const names = layers(contentEncoding);
    const received = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    const first = await firstChunk(received);
    if (!first) return new Uint8Array(0);
    const source = withSizeCheck(first, received, checkSize);
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of decompressed(source, names, first)) {
      bytes += chunk.length;
      checkSize(bytes);
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

function decompressed(
  source: AsyncGenerator<Buffer>,
  names: string[],
  first: Buffer,
): AsyncIterable<Buffer> {
  if (names.length === 0) return source;
  const decoders = names.map((name) => decoder(name, first[0] ?? 0));
  const last = decoders.at(-1) as Duplex;
  // An error in any stream destroys `last`, so the loop that reads it throws.
  pipeline([Readable.from(source), ...decoders], () => {});
  return last;
}

function isZlibFault(thrown: unknown): boolean {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(Z_|ERR__|ERR_BROTLI|ZSTD_)/.test(code);
}
