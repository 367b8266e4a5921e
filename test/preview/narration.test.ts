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
    /** Posts a card with these texts; gives what is printed, without the time. */
    card: async (...texts: string[]) => {
      printed = '';
      const components = texts.map((content) => ({ type: 10, content }));
      await send(demo.moderatorsChannelId, {
        flags: 1 << 15,
        components: [{ type: 17, components }],
      });
      return printed.replace(/^ {2}\d\d:\d\d:\d\d {2}/gm, '');
    },
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

test('the comments of a packed message are counted', async () => {
  const { say } = await narrated();
  const section = (number: number) => ({
    type: 9,
    components: [{ type: 10, content: `**Ann ${number}** · The Lantern` }],
    accessory: { type: 2, style: 2, label: 'Report', custom_id: `report:${number}` },
  });
  const packed = { flags: 1 << 15, components: [section(1), section(2)] };
  expect(await say('', packed)).toBe('comment    Ferry · 2 comments in one message\n');
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

test('a case is printed in one line, by how it stands, its text and its story', async () => {
  const { card } = await narrated();
  const printed = await card(
    '### Case 3: nothing wrong\nUrgency: low · opened <t:1790000000:R>\nStory: **The *ferry* sails at last**',
    'Reported for: Off topic × 1',
    '**Ann \\*Lee\\*** wrote on the publisher’s site:\n> Who pays\n> for all this?',
  );
  expect(printed).toBe(
    'case       3, nothing wrong: “Who pays for all this?” at “The ferry sails at last”\n',
  );
});

test('the case of a member’s message is printed with its text alone; other messages by their title', async () => {
  const { card } = await narrated();
  const wrote = `**Ann** wrote in Discord (member 1):\n> ${'Spam '.repeat(40)}`;
  const printed = await card('### Case 4: open\nUrgency: low\nIn <#1>', wrote);
  expect(printed).toMatch(/^case {7}4, open: “(?:Spam )+Spam?…”\n$/u);
  expect(await card('### A feed fails\nRead on')).toBe('case       A feed fails\n');
});
