import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../world/world.ts';

/** Answers for a file of a message. `false` for any other address. */
export function serveFile(
  { files }: Pick<World, 'files'>,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (!path.startsWith('/attachments/')) return false;
  const file = request.method === 'GET' ? files.get(path) : null;
  if (!file) {
    response
      .writeHead(404, { 'Content-Type': 'text/plain' })
      .end('This content is no longer available.');
    return true;
  }
  response.writeHead(200, {
    'Content-Type': file.contentType ?? 'application/octet-stream',
    'Content-Length': file.bytes.length,
    'X-Content-Type-Options': 'nosniff',
    // Text that people uploaded is never a page here.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  });
  response.end(file.bytes);
  return true;
}
