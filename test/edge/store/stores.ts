import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { onTestFinished } from 'vitest';
import type { Comment } from '../../../src/core/discussion/comment.ts';
import { noCredits } from '../../../src/core/story/credits.ts';
import type { DiscussionIn } from '../../../src/core/discussion/discussion.ts';
import { defaultSubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import type { Subscription } from '../../../src/core/feed/subscription.ts';
import type { Case, Report } from '../../../src/core/moderation/case.ts';
import { DiscussionId, FeedId, StoryId } from '../../../src/core/ids.ts';
import type { Store } from '../../../src/core/ports/ledger.ts';
import type { StoredComment } from '../../../src/core/discussion/stored-comment.ts';
import type { StoredStory } from '../../../src/core/story/stored-story.ts';
import type { Log } from '../../../src/core/ports/log.ts';
import type { Story } from '../../../src/core/story/story.ts';
import { guild, harbour, market, noon } from '../../core/delivery/deliveries.ts';
import { openStore } from '../../../src/edge/store/open.ts';
import type { SqlRow } from '../../../src/edge/store/sql.ts';
import type { Postgres } from '../../real/postgres.ts';

export { guild, harbour, market, noon };
export const thread = '300000000000000030';
export const reader = '300000000000000040';

export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

export async function tempFolder(within = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(within, 'wirethread-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface OpenedStore {
  store: Store;
  clock: { at: number };
  warnings: string[];
  /** Another handle on the same database. */
  again: (options?: { keys: readonly Uint8Array[] }) => Promise<Store>;
  /** A statement for the bare database, for what the store has no call for. */
  query: (sql: string) => Promise<SqlRow[]>;
}

interface StoreFile extends OpenedStore {
  file: string;
  raw: () => DatabaseSyncInstance;
}

/** Where the tests of the tables open their stores: in a file, unless a server is named. */
let server: Postgres | null = null;

export function useServer(postgres: Postgres | null): void {
  server = postgres;
}

/** A store of the kind that is tested now. */
export async function newStore(): Promise<OpenedStore> {
  if (!server) return newStoreFile();
  const postgres = server;
  const url = await postgres.newDatabase();
  return { ...(await opened(url)), query: (sql) => postgres.query(url, sql) };
}

/** A store in a file, for what only SQLite does. */
export async function newStoreFile(): Promise<StoreFile> {
  const file = join(await tempFolder(), 'wirethread.db');
  const raw = () => {
    const database = new DatabaseSync(file);
    onTestFinished(() => {
      if (database.isOpen) database.close();
    });
    return database;
  };
  const query = async (sql: string) => raw().prepare(sql).all() as SqlRow[];
  return { ...(await opened(`sqlite:${file}`)), file, raw, query };
}

async function opened(url: string): Promise<Omit<OpenedStore, 'query'>> {
  const clock = { at: noon };
  const warnings: string[] = [];
  const log: Log = { ...silent, warn: (_, event) => warnings.push(event) };
  const again: OpenedStore['again'] = async (options) => {
    const store = await openStore({ url, now: () => clock.at, log, ...options });
    onTestFinished(() => store.close());
    return store;
  };
  return { store: await again(), clock, warnings, again };
}

/** A document as a text of SQL. */
export const quoted = (document: object) => `'${JSON.stringify(document).replaceAll("'", "''")}'`;

export const feedId = FeedId.parse('ledger-feed');

export function subscription(change: Partial<Subscription> = {}): Subscription {
  return {
    id: `${change.feedId ?? feedId}@${change.channelId ?? harbour}`,
    feedId,
    url: 'https://harbour-ledger.example/feed',
    guildId: guild,
    channelId: harbour,
    formerChannelIds: [],
    origin: 'command',
    addedBy: reader,
    addedAt: noon,
    initialised: false,
    settings: defaultSubscriptionSettings,
    ...change,
  };
}

export const story: Story = {
  headline: 'Ferry returns to the old quay',
  url: 'https://harbour-ledger.example/ferry',
  summary: null,
  publishedAt: noon,
  updatedAt: null,
  dateline: { place: 'Saltmarsh', agency: null },
  photo: null,
  topics: ['Harbour'],
  credits: { ...noCredits, byline: [{ name: 'Ines Okafor', place: null }] },
  commentPolicy: null,
  commentCount: 2,
  commentLinks: { feed: null, page: null },
};

export function storedStory(name: string, change: Partial<StoredStory> = {}): StoredStory {
  return {
    id: StoryId.parse(name),
    feedId,
    identity: `guid-${name}`,
    feedHash: 'first',
    story,
    fromFeed: story,
    correctedAt: null,
    withdrawnAt: null,
    firstSeenAt: noon,
    enrichAt: null,
    enrichAttempts: 0,
    ...change,
  };
}

export { wish as wanted } from '../../core/delivery/deliveries.ts';

export function discussion(
  name: string,
  change: Partial<DiscussionIn<'waiting'>> = {},
): DiscussionIn<'waiting'> {
  return {
    id: DiscussionId.parse(name),
    storyId: StoryId.parse('ferry'),
    subscriptionId: 'ledger-feed@harbour',
    otherLinks: null,
    guildId: guild,
    channelId: harbour,
    threadId: null,
    state: 'waiting',
    source: {
      name: 'page-selectors',
      ref: { url: 'https://a.example', selectors: { comment: 'li' } },
    },
    validators: {},
    changedAt: null,
    override: { kind: 'open-until', until: noon + 5, at: noon },
    anchor: noon,
    closedPolls: 0,
    openPolls: 0,
    publisherClosedAt: null,
    closingSentence: null,
    nextPoll: noon,
    pollErrors: 0,
    lastError: null,
    total: null,
    shownLocked: false,
    replaced: null,
    readAt: null,
    vanishedSince: null,
    watchUntil: null,
    slowMode: null,
    slowModeRestsUntil: 0,
    ...change,
  };
}

export function storedComment(key: string, change: Partial<StoredComment> = {}): StoredComment {
  const comment: Comment = {
    id: `source-${key}`,
    parentId: null,
    author: 'Nia',
    authorUrl: null,
    avatarUrl: null,
    body: { html: '<p>At last.</p>' },
    publishedAt: null,
    editedAt: null,
    deleted: false,
    url: null,
  };
  return {
    discussionId: DiscussionId.parse('quay'),
    key,
    source: 'page-selectors',
    origin: `origin-${key}`,
    comment,
    authorKey: 'author-nia',
    hash: 'first',
    state: 'live',
    missing: 0,
    parts: 1,
    hidden: false,
    pack: null,
    quiet: false,
    ordinal: 0,
    ...change,
  };
}

type OpenCase = Extract<Case, { state: 'open' }>;

export function flaggedCase(number: number, change: Partial<OpenCase> = {}): OpenCase {
  return {
    guildId: guild,
    number,
    subject: {
      kind: 'message',
      channelId: harbour,
      messageId: '300000000000000099',
      authorId: reader,
      authorName: 'Nia',
    },
    textRevision: 'first',
    evidence: 'You fool.',
    state: 'open',
    version: 1,
    ruleFrom: 1,
    urgency: 10,
    hidden: false,
    countedFrom: noon,
    approved: false,
    appeal: null,
    openedAt: noon,
    changedAt: noon,
    claim: null,
    escalation: null,
    undone: null,
    publisherReport: null,
    ...change,
  };
}

export function report(change: Partial<Report> = {}): Report {
  return {
    guildId: guild,
    caseNumber: 1,
    reporterId: reader,
    kind: 'reader',
    reason: 'abuse',
    details: null,
    law: null,
    rules: [],
    at: noon,
    ...change,
  };
}
