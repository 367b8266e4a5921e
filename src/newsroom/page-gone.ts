import { FetchError } from '../core/errors.ts';
import { secondMs } from '../core/time.ts';
import type { Ports } from './ports.ts';

const timeoutMs = 8 * secondMs;
const maxBytes = 3_000_000;

/** Whether an article's page is no more (404, 410). A page that cannot be asked is not gone. */
export async function pageIsGone(
  { fetch }: Ports,
  url: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const accept = 'text/html,application/xhtml+xml';
    await fetch({ url, accept, maxBytes, timeoutMs }, signal);
    return false;
  } catch (error) {
    if (signal.aborted) throw error;
    return error instanceof FetchError && (error.status === 404 || error.status === 410);
  }
}
