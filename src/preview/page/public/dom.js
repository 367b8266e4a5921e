/**
 * An element. Text becomes text nodes, never HTML. `on` has listeners, `data` has data attributes;
 * of the other properties `null`, `undefined` and `false` are left out.
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value))
        element.addEventListener(event, listener);
    } else if (name === 'data') Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Replaces an element's children; the focus stays on the child with the same `data-key`. */
export function fill(element, ...children) {
  const { activeElement } = document;
  const key = element.contains(activeElement) ? activeElement.dataset.key : undefined;
  element.replaceChildren(...children.flat(3).filter((child) => child !== null && child !== false));
  if (key) refocus(element, key);
}

/**
 * Puts another element in its place; the focus stays on what has the same `data-key`, else on the
 * message's menu: a clicked button may disappear, and no other may be clicked in its place.
 */
export function swap(element, next) {
  const { activeElement } = document;
  const key = element.contains(activeElement) ? activeElement.dataset.key : undefined;
  element.replaceWith(next);
  if (key && !refocus(next, key)) refocus(next, 'dots');
}

/** Whether something of the element has this `data-key`, and so the focus. */
export function refocus(element, key) {
  const keyed = element.querySelector(`[data-key="${CSS.escape(key)}"]:not(:disabled)`);
  keyed?.focus({ preventScroll: true });
  return Boolean(keyed);
}

/** http and https only; anything else is no address. */
export function webUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

const messageLink =
  /^https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/(\d+)\/(\d+)(?:\/(\d+))?\/?$/;

/** The page's own address of a channel or message, for a link as Discord writes them. */
export function ownAddress(url) {
  const [, guild, channel, message] = messageLink.exec(url) ?? [];
  return guild ? address(guild, channel, message) : null;
}

export function address(guildId, channelId, messageId) {
  return `#/${guildId}/${channelId}${messageId ? `/${messageId}` : ''}`;
}

/** A link that opens elsewhere, or in this page when it leads to a message of ours. */
export function anchor(url, properties, ...children) {
  const own = ownAddress(url);
  if (own) return el('a', { ...properties, href: own }, ...children);
  const safe = webUrl(url);
  if (!safe) return el('span', properties, ...children);
  return el(
    'a',
    { ...properties, href: safe.href, target: '_blank', rel: 'noopener noreferrer nofollow' },
    ...children,
  );
}
