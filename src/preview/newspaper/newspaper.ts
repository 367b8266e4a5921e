import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commentUrl, paths, storyUrl } from './addresses.ts';
import * as edits from './edits.ts';
import { demoEdition } from './demo/edition.ts';
import type { Correction, Edition, StoryDraft } from './edition.ts';
import { Faults, answerWithFault } from './faults.ts';
import { pathOf, serve } from './serve.ts';
import { frontPage } from './front-page.ts';
import type { StoryView } from './front-page.ts';
import { pageAt } from './pages-by-path.ts';

export interface NewspaperOptions {
  /** Epoch milliseconds. The paper's day begins at what this gives when the paper starts. */
  readonly now: () => number;
  /** 0 or nothing: any free port. */
  readonly port?: number;
  /** The demo's day unless given. */
  readonly script?: Edition;
}

export type NewspaperChange =
  | {
      readonly kind: 'published' | 'corrected' | 'retracted' | 'closed' | 'reopened';
      readonly slug: string;
    }
  | {
      readonly kind: 'commented' | 'edited' | 'withdrawn';
      readonly slug: string;
      readonly commentId: string;
    };

export interface NewComment {
  readonly author: string;
  readonly text: string;
  readonly inReplyTo?: string;
}

/** A fictional paper on this machine, whose pages follow its script and its clock. */
export interface Newspaper {
  readonly url: string;
  readonly feedUrl: string;
  readonly atomUrl: string;
  readonly startedAt: number;
  readonly faults: Faults;
  /** As of now, newest first. */
  stories(): readonly StoryView[];
  storyUrl(slug: string): string;
  commentUrl(slug: string, id: string): string;
  /** Publishes the next draft of the stock, with what `story` says in place of it; gives its slug. */
  publish(story?: Partial<StoryDraft>): string;
  /** Publishes a story of its own, not of the stock; gives its slug. */
  write(story: Omit<StoryDraft, 'agency' | 'photo'>): string;
  /** This and the following throw a RangeError for a slug or comment that the paper does not have. */
  correctHeadline(slug: string, headline: string): void;
  correctStory(slug: string, correction: Correction): void;
  /** Takes a story and its page away; its comments go with it. */
  withdrawStory(slug: string): void;
  addComment(slug: string, comment: NewComment): string;
  editComment(slug: string, id: string, text: string): void;
  withdrawComment(slug: string, id: string): void;
  closeDiscussion(slug: string, sentence?: string): void;
  reopenDiscussion(slug: string): void;
  /** How often each path was asked for, faults included. */
  requests(): ReadonlyMap<string, number>;
  /** Called for each edit by hand. The script's own changes come with the clock and call nobody. */
  subscribe(listener: (change: NewspaperChange) => void): () => void;
  /** Ends at once, cutting off whoever still waits for an answer. */
  close(): Promise<void>;
}

/** Paths beyond these are served but not counted. */
const countedPaths = 5000;

/** Opens the paper on 127.0.0.1; throws when the port is taken. */
export async function startNewspaper({
  now,
  port = 0,
  script = demoEdition,
}: NewspaperOptions): Promise<Newspaper> {
  const startedAt = now();
  const listeners = new Set<(change: NewspaperChange) => void>();
  const asked = new Map<string, number>();
  const faults = new Faults();
  let edition = script;
  let published = 0;
  let commented = 0;
  let base = '';

  const stories = () => frontPage(edition, startedAt, now());
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (asked.has(path) || asked.size < countedPaths) asked.set(path, (asked.get(path) ?? 0) + 1);
    const fault = faults.take(path);
    if (fault) return answerWithFault(response, fault);
    const context = { paper: edition.paper, base, now: now() };
    serve(request, response, context.now, (path) => pageAt(path, context, stories()));
  });
  await listening(server, port);
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const elapsed = () => now() - startedAt;
  const change = (next: Edition, what: NewspaperChange) => {
    edition = next;
    for (const listener of listeners) listener(what);
  };

  const printed = (draft: StoryDraft) => {
    const next = edits.withStory(edition, elapsed(), draft);
    change(next.edition, { kind: 'published', slug: next.slug });
    return next.slug;
  };
  const correctStory = (slug: string, correction: Correction) => {
    const next = edits.withCorrection(edition, elapsed(), slug, correction);
    change(next, { kind: 'corrected', slug });
  };

  return {
    url: `${base}/`,
    feedUrl: base + paths.rss,
    atomUrl: base + paths.atom,
    startedAt,
    faults,
    stories,
    storyUrl: (slug) => storyUrl(base, slug),
    commentUrl: (slug, id) => commentUrl(base, slug, id),
    publish(story = {}) {
      const draft = edition.stock[published % Math.max(1, edition.stock.length)] ?? emptyDraft;
      published += 1;
      return printed({ ...draft, ...story });
    },
    write: (story) => printed({ ...emptyDraft, ...story }),
    correctHeadline: (slug, headline) => correctStory(slug, { headline }),
    correctStory,
    withdrawStory(slug) {
      change(edits.withStoryWithdrawn(edition, elapsed(), slug), { kind: 'retracted', slug });
    },
    addComment(slug, comment) {
      commented += 1;
      const id = `by-hand-${commented}`;
      const next = edits.withComment(edition, slug, { ...comment, id, at: elapsed() });
      change(next, { kind: 'commented', slug, commentId: id });
      return id;
    },
    editComment(slug, id, text) {
      const next = edits.withEdit(edition, elapsed(), slug, id, text);
      change(next, { kind: 'edited', slug, commentId: id });
    },
    withdrawComment(slug, id) {
      const next = edits.withWithdrawal(edition, elapsed(), slug, id);
      change(next, { kind: 'withdrawn', slug, commentId: id });
    },
    closeDiscussion(slug, sentence) {
      change(edits.withClosing(edition, elapsed(), slug, sentence), { kind: 'closed', slug });
    },
    reopenDiscussion(slug) {
      change(edits.withReopening(edition, elapsed(), slug), { kind: 'reopened', slug });
    },
    requests: () => new Map(asked),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => closed(server),
  };
}

const emptyDraft: StoryDraft = {
  headline: 'A quiet day',
  place: 'Port Merrow',
  agency: 'Halyard',
  summary: 'Nothing happened, and people were glad of it.',
  credits: { reporting: [] },
  photo: null,
  topics: [],
  body: ['Nothing happened, and people were glad of it.'],
};

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken =
        cause.code === 'EADDRINUSE' ? 'the port is taken; give another one' : cause.message;
      reject(new Error(`The demo newspaper cannot open port ${port}: ${taken}.`, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
