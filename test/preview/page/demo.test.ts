import { expect, test } from 'vitest';
import type { DemoControls } from '../../../src/preview/page/index.ts';
import { idlePaper } from './idle-paper.ts';
import type { Visit } from './visit.ts';
import { visit } from './visit.ts';

/** A paper that writes down what it was told to do. */
function paper(): { controls: DemoControls; done: string[] } {
  const done: string[] = [];
  const idle = idlePaper();
  const controls: DemoControls = {
    ...idle,
    status: () => ({
      now: 0,
      stories: idle.status().stories.map((story) => ({ ...story, comments: done.length })),
    }),
    publish(story) {
      done.push(`publish ${story?.headline ?? 'the next'}`);
      return 'ferry';
    },
    correctStory: (slug, { headline, text }) =>
      void done.push(`correct ${slug} ${headline} ${text}`),
    withdrawStory: (slug) => void done.push(`withdraw ${slug}`),
    reopenDiscussion: (slug) => void done.push(`reopen ${slug}`),
    addComment: (slug, text) => void done.push(`comment ${slug} ${text}`),
    editComment: (slug) => void done.push(`edit ${slug}`),
    withdrawComment() {
      throw new Error('This story has no comment yet. Add one first.');
    },
    closeDiscussion: (slug) => void done.push(`close ${slug}`),
    turnClock: (ms) => void done.push(`turn ${ms}`),
  };
  return { controls, done };
}

async function control(here: Visit, deed: object) {
  return here.ask('POST', '/api/demo', {
    headers: { 'content-type': 'application/json', origin: here.page.url.slice(0, -1) },
    body: JSON.stringify(deed),
  });
}

test('the controls publish, correct, withdraw, comment, edit, close, reopen and turn the clock', async () => {
  const { controls, done } = paper();
  const here = await visit(controls);
  const deeds = [
    { do: 'publish' },
    { do: 'publish', story: { headline: 'Mine', text: 'So', author: '', place: '', topics: '' } },
    { do: 'correctStory', slug: 'ferry', headline: 'It sails', text: 'Tonight' },
    { do: 'withdrawStory', slug: 'ferry' },
    { do: 'reopenDiscussion', slug: 'ferry' },
    { do: 'addComment', slug: 'ferry', text: ' Ahoy ' },
    { do: 'addComment', slug: 'ferry', text: '  ' },
    { do: 'editComment', slug: 'ferry' },
    { do: 'closeDiscussion', slug: 'ferry' },
    { do: 'turnClock', ms: 3_600_000 },
  ];
  for (const deed of deeds) expect((await control(here, deed)).status).toBe(200);
  expect(done).toEqual([
    'publish the next',
    'publish Mine',
    'correct ferry It sails Tonight',
    'withdraw ferry',
    'reopen ferry',
    'comment ferry Ahoy',
    'comment ferry null',
    'edit ferry',
    'close ferry',
    'turn 3600000',
  ]);
  await here.leave();
});

test('an action that the paper cannot do is answered with the reason', async () => {
  const here = await visit(paper().controls);
  const refused = await control(here, { do: 'withdrawComment', slug: 'ferry' });
  expect([refused.status, refused.json.error]).toEqual([
    409,
    'This story has no comment yet. Add one first.',
  ]);
  await here.leave();
});

test('the demo’s clock moves only forward and within a limit', async () => {
  const { controls, done } = paper();
  const here = await visit(controls);
  for (const ms of [-1, 0, 1.5, 1e15, null, '60']) {
    expect([ms, (await control(here, { do: 'turnClock', ms })).status]).toEqual([ms, 400]);
  }
  expect(done).toEqual([]);
  await here.leave();
});

test('the stream sends the paper’s stories, and again when they change', async () => {
  const here = await visit(paper().controls);
  const stream = await here.listen(here.reader, here.news);
  expect((await stream.next('demo')).stories).toMatchObject([{ slug: 'ferry', comments: 0 }]);
  await control(here, { do: 'publish' });
  expect((await stream.next('demo')).stories).toMatchObject([{ slug: 'ferry', comments: 1 }]);
  stream.end();
  await here.leave();
});

test('a published story is answered with its slug, so that the page can choose it', async () => {
  const here = await visit(paper().controls);
  expect((await control(here, { do: 'publish' })).text).toBe('{"slug":"ferry"}');
  expect((await control(here, { do: 'closeDiscussion', slug: 'ferry' })).text).toBe(
    '{"slug":null}',
  );
  await here.leave();
});

test('without a demo the page offers no demo controls', async () => {
  const here = await visit();
  expect((await control(here, { do: 'publish' })).status).toBe(404);
  expect((await here.ask('GET', '/api/welcome')).text).toContain('"demo":null');
  await here.leave();
});
