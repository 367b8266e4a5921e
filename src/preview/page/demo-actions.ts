import { z } from 'zod';
import type { DemoControls } from './demo-controls.ts';
import { BadRequest } from './json-body.ts';

const yearMs = 366 * 24 * 3_600_000;
const Slug = z.string().min(1).max(300);

const DemoAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('publish') }),
  z.object({ do: z.literal('addComment'), slug: Slug, text: z.string().max(5000).nullable() }),
  z.object({ do: z.enum(['editComment', 'withdrawComment', 'closeDiscussion']), slug: Slug }),
  z.object({ do: z.literal('turnClock'), ms: z.number().int().positive().max(yearMs) }),
]);

/** @throws BadRequest in the words of the demo for what it cannot do */
export async function performDemo(demo: DemoControls | null, body: unknown): Promise<void> {
  if (!demo) throw new BadRequest('There is no demo here to be controlled.', 404);
  const asked = DemoAction.safeParse(body);
  if (!asked.success) {
    throw new BadRequest(`The page asked for something odd: ${z.prettifyError(asked.error)}`);
  }
  const act = asked.data;
  try {
    switch (act.do) {
      case 'publish':
        return await demo.publish();
      case 'addComment':
        return await demo.addComment(act.slug, act.text?.trim() || null);
      case 'turnClock':
        return await demo.turnClock(act.ms);
      case 'editComment':
      case 'withdrawComment':
      case 'closeDiscussion':
        return await demo[act.do](act.slug);
      default:
        return act satisfies never;
    }
  } catch (error) {
    throw new BadRequest(error instanceof Error ? error.message : String(error), 409);
  }
}
