import { anchor, el } from './dom.js';
import { markdown, markdownLine } from './markdown-view.js';
import { picture } from './picture.js';
import { messageTime } from './time.js';

/** One embed of a message, as Discord lays it out. */
export function embedView(embed) {
  const {
    author,
    title,
    url,
    description,
    fields = [],
    image,
    thumbnail,
    footer,
    timestamp,
  } = embed;
  const view = el(
    'article',
    { class: thumbnail ? 'embed with-thumbnail' : 'embed' },
    el(
      'div',
      { class: 'embed-text' },
      author && el('div', { class: 'embed-author' }, linked(author.url, author.name)),
      title && el('h4', { class: 'embed-title' }, linked(url, markdownLine(title))),
      description && el('div', { class: 'embed-description' }, markdown(description)),
      fields.length > 0 && el('dl', { class: 'embed-fields' }, fields.map(fieldView)),
    ),
    thumbnail && picture(thumbnail.url, '', { class: 'embed-thumbnail' }),
    image && picture(image.url, image.description, { class: 'embed-image' }),
    (footer || timestamp) && footerView(footer, timestamp),
  );
  if (embed.color) view.style.setProperty('--edge', colour(embed.color));
  return view;
}

export const colour = (number) => `#${Math.max(0, number).toString(16).padStart(6, '0').slice(-6)}`;

function linked(url, content) {
  return url ? anchor(url, {}, content) : content;
}

function fieldView({ name, value, inline }) {
  return el(
    'div',
    { class: inline ? 'embed-field inline' : 'embed-field' },
    el('dt', {}, markdownLine(name)),
    el('dd', {}, markdown(value)),
  );
}

function footerView(footer, timestamp) {
  const ms = Date.parse(timestamp ?? '');
  const time = Number.isNaN(ms) ? null : el('time', { datetime: timestamp }, messageTime(ms));
  return el('footer', { class: 'embed-footer' }, footer?.text, footer && time && ' · ', time);
}
