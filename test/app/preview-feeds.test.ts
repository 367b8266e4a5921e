import { expect, onTestFinished, test } from 'vitest';
import { startNewspaper } from '../../src/preview/newspaper/newspaper.ts';
import { aFolder, start, type Started } from './process.ts';

async function paper() {
  const opened = await startNewspaper({ now: Date.now });
  onTestFinished(() => opened.close());
  return opened;
}

interface Welcome {
  people: { id: string; role: string }[];
  home: { channelId: string };
}

/** The page of a preview that has started. */
async function pageOf(preview: Started) {
  const url = /Look here +(\S+)/.exec(await preview.says('Ctrl-C ends it'))?.[1] ?? '';
  const answer = await fetch(`${url}api/welcome`);
  return { url, ...((await answer.json()) as Welcome) };
}

/** What the page shows above the messages, each time that it changes. */
async function* notices(preview: Started): AsyncGenerator<string> {
  const { url, people } = await pageOf(preview);
  const stream = await fetch(`${url}api/events?as=${people[0]?.id}`);
  let unread = '';
  for await (const part of stream.body ?? []) {
    unread += Buffer.from(part).toString();
    const events = unread.split('\n\n');
    unread = events.pop() ?? '';
    for (const event of events) {
      const json = /^event: notices\ndata: (.*)$/.exec(event)?.[1];
      if (json) yield json;
    }
  }
}

async function noticeWith(preview: Started, words: string): Promise<string> {
  for await (const notice of notices(preview)) if (notice.includes(words)) return notice;
  throw new Error(`No notice had the words ${words}`);
}

/** Has the moderator run `/feed retry` with the first feed that is suggested. */
async function retryFeed(preview: Started): Promise<void> {
  const { url, people, home } = await pageOf(preview);
  const as = people.find(({ role }) => role === 'moderator')?.id;
  const act = async (deed: object) => {
    const body = { as, channel: home.channelId, command: '/feed retry', ...deed };
    const answer = await fetch(`${url}api/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url.slice(0, -1) },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { answer: { choices: { value: string }[] } };
  };
  const suggested = await act({ do: 'autocomplete', options: { feed: '' }, focused: 'feed' });
  await act({ do: 'run', options: { feed: suggested.answer.choices[0]?.value } });
}

test('the preview finds the feed of a website on this machine and prints no password of an address', async () => {
  const site = (await paper()).url.replace('//', '//reader:tide-table@');
  const preview = start(await aFolder(), [
    '--port',
    '0',
    '--feed',
    site,
    '--feed',
    `${site}nowhere`,
  ]);
  await preview.says('404 Not Found');
  await preview.says('  story ');
  const notice = await noticeWith(preview, '404 Not Found');
  preview.child.kill('SIGINT');
  const { code, stdout, stderr } = await preview.ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('is a website; the preview shows its feed');
  expect(stdout + notice).not.toContain('tide-table');
});

test('a feed whose address is refused is named on the page with what to do', async () => {
  const preview = start(await aFolder(), ['--port', '0', '--feed', 'http://10.1.2.3/feed']);
  const notice = await noticeWith(preview, 'network.allow');
  expect(notice).toContain('http://10.1.2.3/feed');
});

test('a feed that fails is named on the page until it can be read', async () => {
  const own = await paper();
  own.faults.answer(/feed/, { status: 500 }, Infinity);
  const preview = start(await aFolder(), ['--port', '0', '--feed', own.feedUrl]);
  expect(await noticeWith(preview, 'the error is on its side')).toContain(own.feedUrl);
  own.faults.clear();
  await retryFeed(preview);
  for await (const notice of notices(preview)) if (notice === '[]') break;
});
