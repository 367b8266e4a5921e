import { address, el } from './dom.js';
import { icon } from './icons.js';
import { markdownLine } from './markdown-view.js';
import { guild, memberById, state } from './state.js';
import { moment } from './time.js';

const discordEpoch = 1_420_070_400_000;
const activityOf = (thread) =>
  Number(BigInt(thread.last_message_id ?? thread.id) >> 22n) + discordEpoch;

/** A channel's threads, the one that was written in last first. */
export function threadsOf(channelId) {
  return (guild()?.threads ?? [])
    .filter((thread) => thread.parent_id === channelId)
    .sort((a, b) => activityOf(b) - activityOf(a));
}

/** A forum's posts as a list of cards. */
export function postsView(channel) {
  const posts = threadsOf(channel.id);
  const top = el(
    'li',
    { class: 'beginning' },
    el('span', { class: 'emblem' }, icon('forum')),
    el('h2', {}, channel.name),
    el('p', {}, markdownLine(channel.topic || 'A forum: each post is a discussion of its own.')),
    posts.length === 0 && el('p', { class: 'empty' }, 'No posts yet.'),
  );
  return [top, ...posts.map((thread) => el('li', {}, threadEntry(thread, channel)))];
}

export function threadEntry(thread, channel) {
  const tags = thread.tags
    .map((id) => channel.tags.find((tag) => tag.id === id)?.name)
    .filter(Boolean);
  const owner = memberById(thread.owner_id)?.name;
  return el(
    'a',
    { class: 'post', href: address(state.guildId, thread.id), data: { key: `post-${thread.id}` } },
    el(
      'span',
      { class: 'post-tags' },
      tags.map((tag) => el('span', { class: 'badge' }, tag)),
      stateBadge(thread),
    ),
    el('strong', {}, thread.name),
    el(
      'small',
      {},
      owner && `${owner} · `,
      `${thread.message_count} ${thread.message_count === 1 ? 'message' : 'messages'} · `,
      moment(activityOf(thread), 'R'),
    ),
  );
}

export function stateBadge({ locked, archived }) {
  return [
    locked && el('span', { class: 'badge closed' }, icon('lock'), 'Locked'),
    archived && el('span', { class: 'badge' }, icon('archive'), 'Archived'),
  ];
}
