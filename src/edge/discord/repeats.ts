import type { RESTOptions } from 'discord.js';
import type { Clock } from '../../core/ports/clock.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Answer = Awaited<ReturnType<MakeRequest>>;

/** Before each repeat. Discord waits 3 s for the answer to an interaction. */
const pausesMs = [250, 750];

/** What may be sent again though the first may have acted, by method and path. */
const repeatable: readonly RegExp[] = [
  // Reads.
  /^GET /,
  // The list of commands: it replaces the one before.
  /^PUT .*\/applications\/\d+\/commands$/,
  // The first answer to an interaction: Discord takes only one.
  /^POST .*\/interactions\/\d+\/[^/]+\/callback$/,
  // Edits of an answer.
  /^PATCH .*\/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/,
];

/** Discord's code for an interaction that has its first answer. */
const alreadyAcknowledged = 40060;

/**
 * Repeats what a 5xx, a cut connection or a refused one left open, when it is safe. Everything else
 * (messages, posts, threads) is sent once: there the outbox repeats, and looks before it does.
 * discord.js must have `retries: 0`, because it repeats whatever the call was.
 */
export function withRepeats(send: MakeRequest, clock: Clock): MakeRequest {
  return async (url, init) => {
    const call = `${init.method ?? 'GET'} ${new URL(url).pathname}`;
    if (!repeatable.some((pattern) => pattern.test(call))) return send(url, init);
    const signal = (init.signal as AbortSignal | null) ?? new AbortController().signal;
    for (const pauseMs of pausesMs) {
      const answer = await decided(send(url, init), signal);
      if (answer) return pauseMs === pausesMs[0] ? answer : acknowledged(answer);
      await clock.sleep(pauseMs, signal);
      signal.throwIfAborted();
    }
    return acknowledged(await send(url, init));
  };
}

/** The answer; `null` when it says nothing about what happened. */
async function decided(sent: Promise<Answer>, signal: AbortSignal): Promise<Answer | null> {
  try {
    const answer = await sent;
    if (answer.status < 500) return answer;
    // Read to its end, so that its connection is used again.
    await answer.arrayBuffer();
    return null;
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}

/** The answer to a repeat: "already acknowledged" means that the call before had acted. */
async function acknowledged(answer: Answer): Promise<Answer> {
  if (answer.status !== 400) return answer;
  const text = await answer.text();
  if (codeOf(text) === alreadyAcknowledged) return new Response(null, { status: 204 });
  return new Response(text, { status: answer.status, headers: [...answer.headers.entries()] });
}

function codeOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { code?: unknown }).code;
  } catch {
    return null;
  }
}
