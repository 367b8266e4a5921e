import { Readable, pipeline } from 'node:stream';
import type { Duplex } from 'node:stream';
import zlib from 'node:zlib';
import type { FetchError } from '../../core/errors.ts';

/** The first byte of a zlib stream: the usual deflate. */
const zlibHeader = 0x78;
/** Servers send one; a proxy that compresses again adds one. */
const maxLayers = 2;

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

/**
 * Some servers send a compressed file as it is, without saying so, or compress one again and say so
 * once (RFC 1952, section 2.3.1).
 */
function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What comes first, at least two bytes where there are as many. */
async function firstBytes(body: AsyncIterator<Buffer>): Promise<Buffer> {
  let bytes: Buffer = Buffer.alloc(0);
  while (bytes.length < 2) {
    const { done, value } = await body.next();
    if (done) break;
    bytes = bytes.length === 0 ? value : Buffer.concat([bytes, value]);
  }
  return bytes;
}

async function* withFirst(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* withSizeCheck(
  chunks: AsyncIterable<Buffer>,
  checkSize: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    checkSize(bytes);
    yield chunk;
  }
}

/**
 * Reads and decompresses a whole body, compressed at most twice. Truncated compressed data counts as
 * damaged: with half a page, half of its comments would seem deleted. An abort ends the decompressing
 * too, which can go on long after the last byte was received.
 * @throws `tooLarge()` as soon as the received bytes, or those of a layer, exceed `maxBytes`
 * @throws EncodingFault for an unknown compression, too many layers or damaged data
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  { maxBytes, tooLarge }: { maxBytes: number; tooLarge: () => FetchError },
  signal: AbortSignal,
): Promise<Uint8Array> {
  const checkSize = (bytes: number): void => {
    if (bytes > maxBytes) throw tooLarge();
  };
  const decoders: Duplex[] = [];
  const abort = () => decoders.forEach((decoder) => decoder.destroy(signal.reason as Error));
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    const declared = layers(contentEncoding);
    let layer = withSizeCheck(body as AsyncIterable<Buffer>, checkSize);
    for (let depth = 0; ; depth += 1) {
      const first = await firstBytes(layer);
      const name = declared[depth] ?? (isGzip(first) ? 'gzip' : null);
      layer = withFirst(first, layer);
      if (name === null || first.length === 0) break;
      if (depth === maxLayers) throw new EncodingFault('too many layers of compression');
      const decoded = decoder(name, depth === 0 ? (first[0] ?? 0) : zlibHeader);
      decoders.push(decoded);
      // An error before it destroys `decoded`, so the loop that reads it throws.
      pipeline(Readable.from(layer), decoded, () => {});
      layer = withSizeCheck(decoded, checkSize);
    }
    const chunks: Buffer[] = [];
    for await (const chunk of layer) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (thrown) {
    if (isZlibFault(thrown)) throw new EncodingFault('damaged compressed data', { cause: thrown });
    throw thrown;
  } finally {
    signal.removeEventListener('abort', abort);
    for (const stream of [body, ...decoders]) stream.on('error', () => {}).destroy();
  }
}

function isZlibFault(thrown: unknown): boolean {
  const code = (thrown as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(Z_|ERR__|ERR_BROTLI|ZSTD_)/.test(code);
}
