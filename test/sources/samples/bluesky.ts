import { bluesky } from '../../../src/sources/bluesky/bluesky.ts';
import type { Sample, SourceSample } from '../replay.ts';

const xrpc = 'https://public.api.bsky.app/xrpc';
export const did = 'did:plc:ledger';

export const at = (key: string, author = 'did:plc:ana') =>
  `at://${author}/app.bsky.feed.post/${key}`;

export const root = at('3kroot', did);

export const thread = (uri: string) =>
  `${xrpc}/app.bsky.feed.getPostThread?uri=${encodeURIComponent(uri)}&depth=1000&parentHeight=0`;

export const resolve = `${xrpc}/com.atproto.identity.resolveHandle?handle=ledger.example`;
export const page = 'https://bsky.app/profile/ledger.example/post/3kroot';

export interface Node {
  post: { uri: string; replyCount: number };
  replies?: object[] | undefined;
}

/** As the interface gives a post in a thread, with fields that nobody needs. */
export function node(
  key: string,
  replies: object[] | null = [],
  fields: object = {},
  author: object = {},
): Node {
  return {
    $type: 'app.bsky.feed.defs#threadViewPost',
    post: {
      uri: at(key),
      cid: 'bafy',
      author: {
        did: 'did:plc:ana',
        handle: 'ana.example',
        displayName: 'Ana',
        avatar: 'https://cdn.bsky.app/img/avatar/plain/ana@jpeg',
        labels: [],
        ...author,
      },
      record: {
        $type: 'app.bsky.feed.post',
        text: 'It sank.',
        createdAt: '2026-11-24T08:23:00.000Z',
      },
      replyCount: replies?.length ?? 1,
      likeCount: 2,
      indexedAt: '2026-11-24T08:23:01.000Z',
      labels: [],
      ...fields,
    },
    ...(replies === null ? {} : { replies }),
    threadContext: {},
  } as Node;
}

export const answer = (replies: object[], fields: object = {}, more: object = {}) =>
  JSON.stringify({ thread: node('3kroot', replies, { uri: root, ...fields }), ...more });

export const blueskySample: SourceSample = {
  source: bluesky,
  commentLinks: { feed: null, page },
  found: { [resolve]: JSON.stringify({ did }) },
  hasValidators: true,
  contentType: 'application/json; charset=utf-8',
  hasIds: true,
  answers: (comments: readonly Sample[], kind) => ({
    [thread(root)]: answer(
      comments.map(({ id = 'c-1', author, text }) =>
        node(
          `k${id}`,
          kind === 'windowed' ? null : [],
          { record: { text } },
          { displayName: author },
        ),
      ),
    ),
  }),
};
