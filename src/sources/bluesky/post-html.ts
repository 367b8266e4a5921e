import { z } from 'zod';
import { absoluteUrl } from '../../text/url.ts';
import { escaped, quoted } from '../comment-text.ts';

const Facet = z.object({
  /** Counted in bytes of the text as UTF-8. */
  index: z.object({ byteStart: z.number().int().min(0), byteEnd: z.number().int() }),
  features: z.array(z.object({ $type: z.string(), uri: z.string().optional() })),
});
type Facet = z.infer<typeof Facet>;

/** The record of a post, as its author's server keeps it. */
export const PostRecord = z.object({
  text: z.string(),
  createdAt: z.string().nullish(),
  facets: z.array(Facet).nullish().catch(null),
});

const Picture = z.object({ fullsize: z.string().nullish(), alt: z.string().nullish() });

/** What is attached to a post; `media` where a quoted post is attached too. */
export const Attachment = z.object({
  images: z.array(Picture).nullish().catch(null),
  external: z.object({ uri: z.string(), title: z.string().nullish() }).nullish().catch(null),
  playlist: z.string().nullish().catch(null),
  record: z
    .union([
      z.object({ uri: z.string() }),
      z.object({ record: z.object({ uri: z.string() }) }).transform(({ record }) => record),
    ])
    .nullish()
    .catch(null),
  get media() {
    return Attachment.nullish().catch(null);
  },
});
type Attachment = z.infer<typeof Attachment>;

/** The address of a post on Bluesky's own site. */
export function postAddress(uri: string): string | null {
  const [, did = '', key = ''] =
    /^at:\/\/(did:[a-z]+:[\w.:%-]{1,200})\/app\.bsky\.feed\.post\/([\w~.:-]{1,100})$/u.exec(uri) ??
    [];
  return did === '' ? null : `https://bsky.app/profile/${did}/post/${key}`;
}

function link(href: string | null, label: string): string {
  return href === null ? escaped(label) : `<a href="${quoted(href)}">${escaped(label)}</a>`;
}

const lines = (text: string) => escaped(text).replaceAll('\n', '<br>');

/** True where a character begins, or the text ends. */
const isBetween = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) & 0xc0) !== 0x80;

/**
 * The text of a post with its links. Names and hashtags stay words. A facet that cuts a character, lies
 * outside of the text, or overlaps the one before it is left out, as Bluesky's own site does.
 */
export function textHtml({ text, facets }: z.infer<typeof PostRecord>): string {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  const written = (from: number, to: number) => decoder.decode(bytes.subarray(from, to));
  let html = '';
  let at = 0;
  const sorted = [...(facets ?? [])].sort((a, b) => a.index.byteStart - b.index.byteStart);
  for (const { index, features } of sorted) {
    const { byteStart: from, byteEnd: to } = index;
    const isSound = from >= at && to > from && to <= bytes.length;
    const href = linkOf(features);
    if (!isSound || href === null || !isBetween(bytes, from) || !isBetween(bytes, to)) continue;
    html += lines(written(at, from)) + link(href, written(from, to));
    at = to;
  }
  return html + lines(written(at, bytes.length));
}

function linkOf(features: Facet['features']): string | null {
  const linked = features.find(({ $type }) => $type === 'app.bsky.richtext.facet#link');
  return absoluteUrl(linked?.uri ?? '', 'https://bsky.app/');
}

/** What is attached to a post, as links. `post` is its own address: a video is seen only there. */
export function attachedHtml(attached: Attachment, post: string | null, text: string): string {
  const { images, external, playlist, record, media } = attached;
  const written: string[] = [];
  for (const { fullsize, alt } of (images ?? []).slice(0, 10)) {
    const about = (alt ?? '').slice(0, 500);
    const label = about === '' ? 'Image' : `Image: ${about}`;
    written.push(link(absoluteUrl(fullsize ?? '', 'https://cdn.bsky.app/'), label));
  }
  if (playlist != null) written.push(link(post, 'Video'));
  // The card of a link that the text has too says nothing more.
  if (external && !text.includes(escaped(external.uri))) {
    const title = (external.title ?? '').trim().slice(0, 300);
    const href = absoluteUrl(external.uri, 'https://bsky.app/');
    written.push(link(href, title === '' ? external.uri : title));
  }
  const quoted = record ? postAddress(record.uri) : null;
  if (quoted !== null) written.push(link(quoted, 'Quoted post'));
  const own = written.map((one) => `<p>${one}</p>`).join('');
  return media ? own + attachedHtml({ ...media, media: null }, post, text) : own;
}
