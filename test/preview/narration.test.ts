import { expect, onTestFinished, test } from 'vitest';
import { startDemoServer } from '../../src/preview/demo-server.ts';
import { narrate } from '../../src/preview/narration.ts';

const now = 1_790_000_000_000;
const at = (agoMs: number) => Math.round((now - agoMs) / 1000);

/** A demo's server whose bot writes by hand, and what is printed of it. */
async function narrated() {
  const demo = await startDemoServer(() => now, false);
  onTestFinished(() => demo.close());
  let printed = '';
  narrate(demo, { write: (text) => void (printed += text), colours: false, now: () => now });
  const call = async (method: string, path: string, body: object) => {
    const answer = await fetch(`${demo.discord.url}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${demo.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { id: string };
  };
  const send = (channelId: string, body: object) =>
    call('POST', `/channels/${channelId}/messages`, body);
  const story = await send(demo.newsChannelId, { content: 'The ferry sails' });
  const thread = `/channels/${demo.newsChannelId}/messages/${story.id}/threads`;
  await call('POST', thread, { name: 'Ferry' });
  printed = '';
  return {
    demo,
    /** Writes in the thread; gives what is printed, without the time. */
    say: async (content: string, more: object = {}) => {
      printed = '';
      await send(story.id, { content, ...more });
      return printed.replace(/^ {2}\d\d:\d\d:\d\d {2}/gm, '');
    },
  };
}

const report = {
  components: [
    {
      type: 1,
      components: [{ type: 2, style: 2, label: 'Report as abuse', custom_id: 'report:1' }],
    },
  ],
};

test('a comment is printed by its author’s own name, without marks and times', async () => {
  const { say } = await narrated();
  const content = `**plain\\_sums** · The Lantern · <t:${at(0)}:R> · edited <t:${at(0)}>\n310 *dollars* \\*a\\* night\n-# of <https://paper.example/>`;
  expect(await say(content, report)).toBe(
    'comment    Ferry · plain_sums: 310 dollars *a* night of https://paper.example/\n',
  );
});

test('a long comment is printed once, by its first part', async () => {
  const { say } = await narrated();
  expect(await say(`**Capt. Idris** · The Lantern · <t:${at(0)}:R>\nI sailed the crossing`)).toBe(
    'comment    Ferry · Capt. Idris: I sailed the crossing\n',
  );
  expect(await say('Now for the money.', report)).toBe('');
  expect(await say('A comment without a name.', report)).toContain('A comment without a name.');
});

test('times, channels, members and commands of a notice are printed in words', async () => {
  const { demo, say } = await narrated();
  const words = await say(
    `-# Open until <t:${at(-7_200_000)}:R> for <@${demo.reader.id}> and ||all|| in <#${demo.newsChannelId}>: </flag:123456789012345678>, [rules](https://paper.example/)`,
  );
  expect(words).toBe('notice     Open until in 2 hours for @Nia and all in #news: /flag, rules\n');
  expect(await say(`# Closed on <t:${at(0)}:D>\u200b\u200c\u200d\u200b`)).toMatch(
    /^notice {5}Closed on \w{3} \d{1,2}, 2026[^\u200b-\u200d<]*\n$/,
  );
});

test('what nobody sees and what moves the terminal is not printed', async () => {
  const { say } = await narrated();
  expect(await say('bell \u0007 \u001b[31m red \u202e back')).toBe(
    'notice     bell [31m red back\n',
  );
});
