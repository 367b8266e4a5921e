import type { IncomingMessage } from 'node:http';
import { uploadedBytes } from '../world/files.ts';
import { refusal } from '../world/refusal.ts';
import type { Limits } from '../world/limits.ts';
import type { Fields } from '../world/model.ts';

type BodyLimits = Pick<Limits, 'requestBytes' | 'jsonBytes' | 'attachmentBytes'>;

/** Beyond this a body is not even read to its end. */
const mostReadBytes = 64 * 1024 * 1024;

/** A body that is too large is read to its end, so that the client receives the answer. */
async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > mostReadBytes) break;
    if (size <= most) chunks.push(bytes);
  }
  if (size > most) throw refusal('tooLarge');
  return Buffer.concat(chunks);
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('invalidJson');
  }
}

/** One part of a multipart body. */
interface Part {
  name: string;
  filename: string | null;
  contentType: string | null;
  bytes: Buffer;
}

function partsOf(bytes: Buffer, boundary: string): Part[] {
  const edge = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let from = bytes.indexOf(edge);
  while (from !== -1) {
    const next = bytes.indexOf(edge, from + edge.length);
    if (next === -1) break;
    const block = bytes.subarray(from + edge.length + 2, next - 2);
    const headEnd = block.indexOf('\r\n\r\n');
    if (headEnd !== -1) {
      const head = block.subarray(0, headEnd).toString('utf8');
      const name = / name="([^"]{0,200})"/i.exec(head)?.[1];
      if (name) {
        parts.push({
          name,
          filename: /filename="([^"]{0,300})"/i.exec(head)?.[1] ?? null,
          contentType: /^content-type:\s*(\S{1,200})/im.exec(head)?.[1] ?? null,
          bytes: block.subarray(headEnd + 4),
        });
      }
    }
    from = next;
  }
  return parts;
}

/** Discord goes by the name where the upload does not say what a file is. */
const typesByEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  png: 'image/png',
};

function contentType({ contentType: given }: Part, filename: string): Fields {
  const isKnown = given !== null && given !== 'application/octet-stream';
  const type = isKnown ? given : (typesByEnding[filename.split('.').pop() ?? ''] ?? given);
  return type === null ? {} : { content_type: type };
}

/** Files become attachment objects that name, size and describe them, with their bytes. */
function withFiles(body: Fields, parts: readonly Part[]): Fields {
  const files = parts.filter((part) => /^files\[\d{1,3}\]$/.test(part.name));
  if (files.length === 0) return body;
  const described = Array.isArray(body['attachments']) ? (body['attachments'] as Fields[]) : [];
  const uploaded = files.map((file) => {
    const id = file.name.slice(6, -1);
    const given = described.find((one) => String(one['id']) === id);
    const named = given?.['filename'];
    const filename = typeof named === 'string' ? named : (file.filename ?? 'file');
    return {
      ...(typeof given?.['description'] === 'string' ? { description: given['description'] } : {}),
      id,
      filename,
      size: file.bytes.length,
      ...contentType(file, filename),
      [uploadedBytes]: file.bytes,
    };
  });
  const existing = described.filter(
    (one) => !uploaded.some((file) => file.id === String(one['id'])),
  );
  return { ...body, attachments: [...existing, ...uploaded] };
}

/**
 * A request's body as a value: JSON, or `payload_json` of a multipart body. `undefined` for none.
 * @throws 50109 for broken JSON, 40005 for a request or a file that is too large
 */
export async function bodyOf(request: IncomingMessage, limits: BodyLimits): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  const multipart = /^multipart\/form-data/i.test(type);
  const bytes = await bytesOf(request, multipart ? limits.requestBytes : limits.jsonBytes);
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,200})"?/i.exec(type)?.[1];
  if (!boundary) return parsed(bytes.toString('utf8'));
  const parts = partsOf(bytes, boundary);
  if (parts.some((part) => part.filename !== null && part.bytes.length > limits.attachmentBytes)) {
    throw refusal('tooLarge');
  }
  const payload = parts.find((part) => part.name === 'payload_json');
  const body = parsed(payload?.bytes.toString('utf8') ?? '{}');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return withFiles(body as Fields, parts);
}
