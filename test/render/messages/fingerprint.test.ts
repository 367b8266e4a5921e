import { expect, test } from 'vitest';
import type { MessageBody } from '../../../src/core/delivery/message-body.ts';
import { renderComment, renderStory } from '../../../src/render/index.ts';
import { fingerprint } from '../../../src/render/messages/fingerprint.ts';
import { aComment, aStory, commentContext, storyContext } from '../builders.ts';

test('the fingerprint of a story is its address and does not change with a correction', () => {
  const first = renderStory(aStory(), storyContext());
  const corrected = renderStory(
    aStory({ headline: 'Harbour open' }),
    storyContext({ threadUrl: 'https://discord.com/channels/1/2' }),
  );
  expect(fingerprint(corrected)).toBe(fingerprint(first));
  expect(
    fingerprint(renderStory(aStory({ url: 'https://ledger.example/b' }), storyContext())),
  ).not.toBe(fingerprint(first));
});

test('the fingerprint of a story without an address is the same before and after its thread opens', () => {
  const story = aStory({ url: null });
  const threadUrl = 'https://discord.com/channels/1/2';
  expect(fingerprint(renderStory(story, storyContext({ threadUrl })))).toBe(
    fingerprint(renderStory(story, storyContext())),
  );
});

test('the fingerprint of a comment is its report button, whether edited or hidden', () => {
  const print = (...parts: Parameters<typeof renderComment>) =>
    fingerprint(renderComment(...parts).at(-1) ?? {});
  const first = print(aComment(), commentContext());
  expect(print(aComment({ body: { html: 'Edited.' } }), commentContext())).toBe(first);
  expect(print(aComment(), commentContext({ hidden: 'removed' }))).toBe(first);
  expect(print(aComment(), commentContext({ key: 'k8' }))).not.toBe(first);
});

test('a message that Discord returns has the same fingerprint as the body sent', () => {
  const asShown = (body: MessageBody) => JSON.parse(JSON.stringify(body)) as MessageBody;
  const comments = renderComment(aComment(), commentContext());
  for (const body of [...comments, renderStory(aStory(), storyContext())]) {
    expect(fingerprint(asShown(body))).toBe(fingerprint(body));
  }
  expect(fingerprint({ content: ' closed \n' })).toBe(fingerprint({ content: 'closed' }));
});

test('the fingerprint of unknown components causes no error', () => {
  const cyclic: { components: unknown[] } = { components: [null, 4, 'x'] };
  cyclic.components.push(cyclic);
  expect(fingerprint({ content: 'a', components: [cyclic] })).toBe('text a');
});
