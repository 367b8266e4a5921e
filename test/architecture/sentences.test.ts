import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';

/** Where messages are made and answers are given. */
const folders = ['commands', 'src/newsroom', 'src/render'];

/** Texts of three words or more that are in English on purpose, and why. */
const onPurpose: Readonly<Record<string, readonly string[]>> = {
  'the name of a command is English everywhere': ['Mute this author', '`/flags show case:{}`'],
  'a reason in Discord’s own audit log': [
    'An edit is due',
    'Closed, and the server has too many active threads',
    'Removed at the source, or by a moderator',
    'Ruling on case {}',
    'Slow mode ends',
    'The discussion is closed',
    'The discussion is open again',
    'The headline was corrected',
    'To answer a member',
  ],
  'why something happened, stored in the audit or with a delivery': [
    'Gone at its source',
    'an unknown site',
    'message of the story deleted',
    'not "{}" any more',
    'repeat offenders: off',
    'repeat offenders: {} after {} in {} days',
    'slow mode: off',
    'the channel was deleted',
    'the message was deleted in Discord',
    'the post was deleted in Discord',
    'thread locked by hand',
    'thread refused by Discord',
    'thread unlocked by hand',
  ],
  'why a server’s answer cannot be used, stored as it was found out': [
    ' Whoever runs Wirethread can set {}.',
    'Reading these comments does not come to an end. Report this to the developers of Wirethread, with the address of the article.',
    'The robots.txt of {} cannot be read now, so Wirethread does not know whether it may read the page. It tries again later.',
    'The robots.txt of {} does not allow Wirethread to read {}. Ask the publisher to allow "Wirethread" there.',
    'The server answered that nothing has changed (304), although Wirethread did not ask that. Tell the publisher, or use another address of this feed.',
    'The server {} answered 401: it does not accept this key.',
    'The server {} asked for a pause. Wirethread waits until it is over.',
    'The server {} gave no token for this key. Check {}.',
    'These comments need more requests than Wirethread makes at once.',
    'Wirethread itself had an error. Its operator finds the details in the log. The feed is tried again.',
  ],
  'tags of HTML': [
    'script style template head title noscript iframe object svg math canvas audio video select textarea button',
    'p blockquote pre h1 h2 h3 h4 h5 h6 table figure hr dl fieldset details section article',
    'div li tr dt dd figcaption summary header footer aside main address form',
    'ul ol menu',
  ],
  'a command of the operator’s, which is English everywhere': [
    'No server has feeds in it.',
    'Servers with feeds: {}.',
    'The database has nothing of server {}. {}',
    'Channel {} belongs to server {}, not to {}: replace it in the file with a channel of that server.',
    'The server would watch {} patterns; {} are possible: remove some with /rules, or from the file.',
    'The server would mute {} authors; {} are possible: take some out of the file.',
    'no time zone has this name',
    'it is not JSON, or damaged: export the server again',
    'wirethread export did not write it',
    'a newer Wirethread wrote it (version {} of the format, this one reads {}): update this one',
    'it is damaged: {}',
  ],
  'the log': [
    'Its server probably gives each story a new id at every poll. Only its newest stories are stored.',
    'This database is of the bot {}, and DISCORD_TOKEN of another one, {}, which is not in {} with feeds. Nothing of them is deleted. If the token is a mistake, use that of {}, or another database. If the new bot takes over, invite it to these servers: then the database becomes its own.',
  ],
};

const isMarkup = (text: string) => text.trimStart().startsWith('<');

/** Whether people would read a text as English: three words, two of them side by side. */
function isSentence(text: string): boolean {
  const words = text.replaceAll(/\{[^{}]*\}/gu, ' ').match(/\p{L}{2,}/gu) ?? [];
  return words.length > 2 && /\p{L} \p{L}/u.test(text) && !isMarkup(text);
}

/** The sentences in a file's text; a value in a template is "{}". */
function sentencesIn(file: string, text: string): string[] {
  const found: string[] = [];
  const { program, errors } = parseSync(file, text);
  expect(errors).toEqual([]);
  new Visitor({
    Literal({ value }) {
      if (typeof value === 'string') found.push(value);
    },
    TemplateLiteral({ quasis }) {
      found.push(quasis.map(({ value }) => value.cooked ?? value.raw).join('{}'));
    },
  }).visit(program);
  return found.filter(isSentence);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join('src', 'render', 'labels')));
}

test('a sentence is told from names and markup', () => {
  const file = `
    const a = 'The discussion is closed.';
    const b = \`By \${name} in the \${channel} now\`;
    const c = { kind: 'closing-soon', text: 'open an issue' };
    const d = '<svg width="1" height="2" fill="red">';
    import x from './some-long-name.ts';
    log.info({ storyId }, 'discussion.closed');
    const e = '{mentions} **{headline}** · {feed}';
  `;
  expect(sentencesIn('file.ts', file)).toEqual([
    'The discussion is closed.',
    'By {} in the {} now',
    'open an issue',
  ]);
});

test('what people read is in the labels, so that it is translated', () => {
  const known = new Set(Object.values(onPurpose).flat());
  const used = new Set<string>();
  const outside = folders.flatMap(filesBelow).flatMap((file) =>
    sentencesIn(file, readFileSync(file, 'utf8')).flatMap((sentence) => {
      used.add(sentence);
      return known.has(sentence) ? [] : [`${file}: ${sentence}`];
    }),
  );
  expect(outside).toEqual([]);
  expect([...known].filter((sentence) => !used.has(sentence))).toEqual([]);
});
