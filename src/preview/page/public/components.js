import { anchor, el, ownAddress } from './dom.js';
import { colour } from './embed.js';
import { icon } from './icons.js';
import { markdown, spoiler } from './markdown-view.js';
import { picture } from './picture.js';
import { selectView } from './select.js';
import { perform } from './perform.js';

const kinds = {
  row: 1,
  button: 2,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  line: 14,
  container: 17,
};
const buttonStyles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };

/** A message's components, rows of buttons and selects as well as the whole layouts of version 2. */
export function componentsView(message) {
  return message.components.map((part) => partView(part, message));
}

function partView(part, message) {
  switch (part.type) {
    case kinds.row:
      return el('div', { class: 'row' }, inner(part, message));
    case kinds.button:
      return buttonView(part, message);
    case kinds.section:
      return el(
        'div',
        { class: 'section' },
        el('div', { class: 'section-text' }, inner(part, message)),
        part.accessory && partView(part.accessory, message),
      );
    case kinds.text:
      return el('div', { class: 'text' }, markdown(part.content ?? ''));
    case kinds.thumbnail:
      return covered(part, picture(part.media?.url, part.description, { class: 'thumbnail' }));
    case kinds.gallery:
      return el('div', { class: 'gallery' }, (part.items ?? []).map(galleryPicture));
    case kinds.line:
      return el('hr', {
        class: `line${part.divider ? '' : ' blank'}${part.spacing === 2 ? ' wide' : ''}`,
      });
    case kinds.container:
      return containerView(part, message);
    default:
      return part.options || [5, 6, 7, 8].includes(part.type) ? selectView(part, message) : null;
  }
}

const inner = (part, message) => (part.components ?? []).map((one) => partView(one, message));

function galleryPicture(entry) {
  return covered(entry, picture(entry.media?.url, entry.description, { class: 'gallery-picture' }));
}

function covered(part, view) {
  return part.spoiler ? spoiler([view], 'div') : view;
}

function containerView(part, message) {
  const view = el('div', { class: 'container' }, inner(part, message));
  if (part.accent_color) view.style.setProperty('--edge', colour(part.accent_color));
  return covered(part, view);
}

function buttonView(part, message) {
  const emoji = part.emoji?.id ? null : part.emoji?.name;
  const label = [emoji && el('span', { 'aria-hidden': 'true' }, emoji), part.label];
  const style = buttonStyles[part.style] ?? 'secondary';
  if (part.url) {
    const sign = icon(ownAddress(part.url) ? 'thread' : 'out');
    return anchor(part.url, { class: 'button link', data: { key: part.url } }, label, sign);
  }
  const { custom_id: customId } = part;
  return el(
    'button',
    {
      type: 'button',
      class: `button ${style}`,
      disabled: part.disabled,
      data: { key: customId },
      on: {
        click: ({ currentTarget }) =>
          perform({ do: 'click', message: message.id, customId }, currentTarget),
      },
    },
    label,
  );
}
