import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CommentPage } from '../../src/core/discussion/comment.ts';
import type { AnswerValidators, DiscussionSource } from '../../src/core/discussion/discussion.ts';
import type { CommentLinks } from '../../src/core/story/story.ts';
import { minuteMs } from '../../src/core/time/duration.ts';
import { look, type Look } from '../../src/newsroom/discussions/look.ts';
import { keyedOrigins, type OperatorKeys } from '../../src/sources/index.ts';
import type { Ports } from '../../src/newsroom/ports.ts';
import { anEdition } from '../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';
import { story } from './stories.ts';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that speaks a comment system's interface, and the newsroom that reads it over HTTP. */
export interface CommentSite {
  /** The address of the server, without a slash at its end. */
  url: string;
  /** How it answers; tests change it. */
  answer: Answering;
  /** Paths with their queries, in the order in which they were asked for. */
  asked: string[];
  newsroom: Newsroom;
  /** The source of a story with these links, as the newsroom finds it. */
  find(links: Partial<CommentLinks>, source?: string): Promise<DiscussionSource | null>;
  /** A look at the comments. The next one knows the validators of the last. */
  read(source: DiscussionSource): Promise<Look<CommentPage>>;
  close(): Promise<void>;
}

/** `hosts` are the systems' own servers ("hn.algolia.com") in whose place it answers. */
export async function commentSite(
  hosts: readonly string[] = [],
  keys: OperatorKeys = {},
): Promise<CommentSite> {
  const newsroom = await stageNewsroom({ edition: anEdition(), keys });
  const site: { answer: Answering } = {
    answer: (_, response) => void response.writeHead(404).end(),
  };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      response.writeHead(404).end();
      return;
    }
    asked.push(request.url ?? '');
    site.answer(request, response);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ports: Ports = {
    ...newsroom.bot.ports,
    fetch: async (request, signal) => {
      const { origin, host } = new URL(request.url);
      if (!hosts.includes(host)) return newsroom.bot.ports.fetch(request, signal);
      const own = { ...request, url: request.url.replace(origin, url) };
      const fetched = await newsroom.bot.ports.fetch(own, signal);
      return { ...fetched, url: fetched.url.replace(url, origin) };
    },
  };
  const { signal } = new AbortController();
  let validators: Readonly<Record<string, AnswerValidators>> = {};
  return Object.assign(site, {
    url,
    asked,
    newsroom,
    async find(links: Partial<CommentLinks>, source = 'auto') {
      const clues = {
        story: story({ url: `${url}/story`, commentLinks: { feed: null, page: null, ...links } }),
        settings: { source, selectors: null },
      };
      const found = await look(
        ports,
        { validators: {}, livelyMs: 0 },
        (answers) =>
          ports.parsers.findComments(
            { ...clues, keyedOrigins: keyedOrigins(keys) },
            answers,
            signal,
          ),
        signal,
      );
      if (found.outcome !== 'done') throw new Error(`no source is found: ${JSON.stringify(found)}`);
      return found.result;
    },
    async read(source: DiscussionSource) {
      const looked = await look(
        ports,
        { validators, livelyMs: 2 * minuteMs },
        (answers) => ports.parsers.readComments(source, answers, signal),
        signal,
      );
      if (looked.outcome === 'done') ({ validators } = looked);
      return looked;
    },
    async close() {
      await newsroom.close();
      await new Promise((closed) => server.close(closed));
    },
  });
}

/** The page of a look that came to its end. */
export function pageOf(looked: Look<CommentPage>): CommentPage {
  if (looked.outcome !== 'done') throw new Error(`the look ended with ${JSON.stringify(looked)}`);
  return looked.result;
}

/**
 * The comments that a story's links lead to: read, looked at again while nothing has changed, and read
 * after `change`.
 */
export async function followed(
  site: CommentSite,
  links: Partial<CommentLinks>,
  change: () => void,
): Promise<{
  source: DiscussionSource;
  before: CommentPage;
  isUnchanged: boolean;
  after: CommentPage;
}> {
  const source = await site.find(links);
  if (!source) throw new Error('no source finds the comments');
  const before = pageOf(await site.read(source));
  const again = await site.read(source);
  change();
  const after = pageOf(await site.read(source));
  return { source, before, isUnchanged: again.outcome === 'done' && again.isUnchanged, after };
}

/** What a request sends. */
export async function sentBy(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The variables of a GraphQL request. */
export async function graphqlVariables(request: IncomingMessage): Promise<Record<string, unknown>> {
  const { query, variables } = JSON.parse(await sentBy(request)) as {
    query: string;
    variables: Record<string, unknown>;
  };
  if (request.method !== 'POST' || !query.startsWith('query ')) throw new Error('no GraphQL query');
  return variables;
}

/** Answers with JSON. */
export function json(response: ServerResponse, body: unknown, headers = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/**
 * What a source says to answers that are no comments: each is a failure with a sentence, and never an
 * empty or closed discussion.
 */
export async function refusals(site: CommentSite, source: DiscussionSource): Promise<string[]> {
  const answers: Answering[] = [401, 403, 404, 429, 500].map((status) => (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"error":"no"}');
  });
  answers.push((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Be right back</title>');
  });
  answers.push((_, response) => json(response, { error: 'no' }));
  const said: string[] = [];
  for (const answer of answers) {
    site.answer = answer;
    const looked = await site.read(source);
    said.push(looked.outcome === 'failed' ? looked.error : JSON.stringify(looked));
    site.newsroom.clock.advance(120 * minuteMs);
  }
  return said;
}
