import type { IncomingMessage } from 'node:http';

const mostBytes = 64 * 1024;

/** What the page asks cannot be done as asked; the message is for the visitor. */
export class BadRequest extends Error {
  readonly status: number;

  constructor(message: string, status = 400) {
    super(message);
    this.name = 'BadRequest';
    this.status = status;
  }
}

/** @throws BadRequest for more than 64 KiB or for what is no JSON */
export async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new BadRequest('That is too long.', 413);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new BadRequest('The request is no JSON.');
  }
}
