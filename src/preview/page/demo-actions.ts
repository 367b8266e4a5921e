import { z } from 'zod';
import type { DemoControls } from './demo-controls.ts';
import { BadRequest } from './json-body.ts';

const yearMs = 366 * 24 * 3_600_000;
const Slug = z.string().min(1).max(300);

const Words = { headline: z.string().max(300), text: z.string().max(20_000) };
const Short = z.string().max(200);

const WrittenStory = z.object({ ...Words, author: Short, place: Short, topics: Short });

const DemoAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('publish'), story: WrittenStory.nullable().default(null) }),
  z.object({ do: z.literal('correctStory'), slug: Slug, ...Words }),
  z.object({ do: z.literal('addComment'), slug: Slug, text: z.string().max(5000).nullable() }),
  z.object({
    do: z.enum([
      'withdrawStory',
      'editComment',
      'withdrawComment',
      'closeDiscussion',
      'reopenDiscussion',
    ]),
    slug: Slug,
  }),
  z.object({ do: z.literal('turnClock'), ms: z.number().int().positive().max(yearMs) }),
]);

/**
 * Returns the slug of a story that was published, else `null`.
 * @throws BadRequest in the words of the demo for what it cannot do
 */
export async function performDemo(
  demo: DemoControls | null,
  body: unknown,
): Promise<{ slug: string | null }> {
  if (!demo) throw new BadRequest('There is no demo here to be controlled.', 404);
  const asked = DemoAction.safeParse(body);
  if (!asked.success) {
    throw new BadRequest(`The page asked for something odd: ${z.prettifyError(asked.error)}`);
  }
  try {
    return { slug: (await done(demo, asked.data)) ?? null };
  } catch (error) {
    throw new BadRequest(error instanceof Error ? error.message : String(error), 409);
  }
}

async function done(demo: DemoControls, act: z.infer<typeof DemoAction>): Promise<string | void> {
  switch (act.do) {
    case 'publish':
      return demo.publish(act.story);
    case 'correctStory':
      return demo.correctStory(act.slug, act);
    case 'addComment':
      return demo.addComment(act.slug, act.text?.trim() || null);
    case 'turnClock':
      return demo.turnClock(act.ms);
    case 'withdrawStory':
    case 'editComment':
    case 'withdrawComment':
    case 'closeDiscussion':
    case 'reopenDiscussion':
      return demo[act.do](act.slug);
    default:
      return act satisfies never;
  }
}
