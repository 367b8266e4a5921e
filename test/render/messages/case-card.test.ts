import { expect, test } from 'vitest';
import type { Case } from '../../../src/core/moderation/case.ts';
import { renderCaseCard } from '../../../src/render/index.ts';
import { fingerprint } from '../../../src/render/messages/fingerprint.ts';
import { refusedMessageCreate } from '../../../src/preview/discord/rules/index.ts';
import { aCase, aReport, noon } from '../builders.ts';

const context = {
  headline: 'Pier ruling',
  messageUrl: 'https://discord.com/channels/1/2/3',
  record: null,
  reporterRecords: new Map(),
  copyThreads: [],
  authorNotified: null,
  timeoutError: null,
  language: 'en',
  muted: false,
  inQueue: false,
  isWhole: false,
} as const;
const shown = (flagged: Case, reports = [aReport()]) =>
  JSON.stringify(renderCaseCard(flagged, reports, context));
const ids = (flagged: Case) =>
  [...shown(flagged).matchAll(/"custom_id":"([^"]*)"/gu)].map(([, id]) => id);
const ruling = { by: '100000000000000077', at: noon, reason: 'Insult', escalated: false };
const escalated: Case = { ...aCase(), state: 'escalated' };
const upheld: Case = { ...aCase(), state: 'upheld', ruling: { ...ruling, action: 'remove' } };
const dismissed: Case = {
  ...aCase(),
  state: 'dismissed',
  ruling: { ...ruling, action: 'no-fault' },
};

test('a case card counts the reasons, and names the first reporters: it is for moderators only', () => {
  const card = shown(aCase(), [
    aReport({ reporterId: '100000000000000091' }),
    aReport({ reporterId: '100000000000000092' }),
    aReport({ reporterId: '100000000000000093', reason: 'spam' }),
  ]);
  expect(card).toContain('Reported for: Abuse, insults or threats × 2 · Spam or advertising × 1');
  expect(card).toContain(
    'Reported by <@100000000000000091>, <@100000000000000092>, <@100000000000000093>',
  );
  const many = Array.from({ length: 8 }, () => aReport());
  expect(shown(aCase(), many)).toContain('and 3 others');
});

test('the card of a case whose ruling was undone says which one, and who undid it', () => {
  const undone = { by: '100000000000000077', at: noon, action: 'remove' } as const;
  expect(shown({ ...aCase(), undone })).toContain(
    'The ruling “removed” was undone by <@100000000000000077> <t:',
  );
});

test('what several reporters wrote in the same words is shown once', () => {
  const reports = ['hate!!', 'Look at this', 'hate!!', 'hate!!'].map((details) =>
    aReport({ details }),
  );
  const card = shown(aCase(), reports);
  expect(card).toContain('-# “hate!!” × 3\\n-# “Look at this”\\n');
});

test('the card of a ruled case is short, and `/flags show` has the rest', () => {
  const whole = { ...context, isWhole: true, record: { upheld: 2, dismissed: 0, open: 0 } };
  const flagged = { ...upheld, evidence: 'fool '.repeat(150) };
  const reports = [aReport({ details: 'Look at this' })];
  const [short, long] = [false, true].map((isWhole) =>
    JSON.stringify(renderCaseCard(flagged, reports, { ...whole, isWhole })),
  );
  for (const text of [
    'Urgency: ',
    'Reported by ',
    'Look at this',
    '2 upheld',
    'fool '.repeat(100),
  ]) {
    expect(long).toContain(text);
    expect(short).not.toContain(text);
  }
  for (const text of [
    'Pier ruling',
    'Reported for: ',
    'fool fool',
    'Removed by ',
    'Reason: Insult',
  ]) {
    expect(short).toContain(text);
  }
  expect(shown(aCase())).toContain('Reported by ');
});

test('a case card says how often each reporter was right, and how much their report counts', () => {
  const [wrong, right, unknown, steward] = ['91', '92', '93', '94'].map(
    (end) => `1000000000000000${end}`,
  ) as [string, string, string, string];
  const reporterRecords = new Map([
    [wrong, { upheld: 0, noFault: 4 }],
    [right, { upheld: 3, noFault: 0 }],
    [steward, { upheld: 9, noFault: 1 }],
  ]);
  const reports = [
    ...[wrong, right, unknown].map((reporterId) => aReport({ reporterId })),
    aReport({ reporterId: steward, kind: 'moderator' }),
  ];
  const told = (language: 'en' | 'de') =>
    JSON.stringify(renderCaseCard(aCase(), reports, { ...context, language, reporterRecords }));
  expect(told('en')).toContain(
    `Reported by <@${wrong}> (right in 0 of 4 reports, counts 20%), <@${right}> (right in 3 of 3 reports), <@${unknown}>, <@${steward}> (moderator)`,
  );
  expect(told('de')).toContain(`<@${wrong}> (mit 0 von 4 Meldungen im Recht, zählt 20 %)`);
});

test('a case card shows the law that was named, the rule that fired and the appeal, in short', () => {
  const long = '*law* '.repeat(1000);
  const against = { ...ruling, action: 'remove' } as const;
  const card = shown(aCase({ appeal: { at: noon, text: long, against } }), [
    aReport({ reason: 'illegal', law: long }),
    aReport({ kind: 'rule', rules: [{ kind: 'words', pattern: 'free *coin*' }] }),
  ]);
  expect(card).toContain('A reporter names the law, in good faith: “\\\\*law\\\\*');
  expect(card).toContain('Reported by a rule of the server: ');
  expect(card).toContain('free \\\\*coin\\\\*');
  expect(card).toContain(`against the ruling by <@${ruling.by}>, who cannot decide it: “\\\\*law`);
  expect(card.length).toBeLessThan(6000);
});

test('a case card shows the evidence, its author and links to the message', () => {
  const card = shown(aCase({ evidence: 'You @everyone\n# fool' }));
  expect(card).toContain(
    '**Mara Quill** wrote on the publisher’s site:\\n> You @\u200beveryone\\n> \\\\# fool',
  );
  expect(card).toContain('"url":"https://discord.com/channels/1/2/3"');
  expect(card).toContain('"url":"https://ledger.example/harbour#comment-7"');
  expect(shown(aCase({ evidence: null }))).toContain('The text was deleted');
});

test('the buttons of a case card depend on its state and carry its version, which is not shown', () => {
  expect(shown(aCase())).not.toContain('version');
  expect(ids(aCase())).toEqual([
    'case:12:3:remove',
    'case:12:3:hide',
    'case:12:3:no-fault',
    'case:12:3:escalate',
    'case:12:3:claim',
    'case:12:3:more',
  ]);
  expect(ids(escalated)).not.toContain('case:12:3:escalate');
  expect(ids(upheld)).toEqual(['case:12:3:undo', 'case:12:3:more']);
});

test('the card of a ruled case says who ruled, when and why', () => {
  const card = shown(upheld);
  expect(card).toContain(`Removed by <@100000000000000077> <t:${noon / 1000}:R>\\nReason: Insult`);
});

test('a case card consists only of Components V2 in every state', () => {
  for (const flagged of [aCase(), escalated, upheld, dismissed]) {
    const body = renderCaseCard(
      { ...flagged, evidence: '*\n'.repeat(4000) },
      Array.from({ length: 200 }, () => aReport({ details: '_'.repeat(4000) })),
      context,
    );
    expect(body).not.toHaveProperty('content');
    expect(body).not.toHaveProperty('embeds');
    expect(body.flags).toBe(1 << 15);
    expect(refusedMessageCreate(body)).toBeNull();
    expect(fingerprint(body)).toBe(fingerprint(renderCaseCard(aCase(), [], context)));
  }
});
