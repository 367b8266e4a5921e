import { el, webUrl } from './dom.js';
import { icon } from './icons.js';

/** Pictures load from this machine only, as the page's Content-Security-Policy demands. */
function isNear(url) {
  return ['127.0.0.1', 'localhost'].includes(url.hostname) || url.origin === location.origin;
}

/** A picture with its alternative text, or, where it cannot load, a box with a description. */
export function picture(address, alternative, properties = {}) {
  const url = webUrl(address ?? '');
  if (!url || !isNear(url)) return absent(url, alternative, properties);
  const image = el('img', {
    ...properties,
    src: url.href,
    alt: alternative ?? '',
    loading: 'lazy',
    decoding: 'async',
  });
  image.addEventListener('error', () => image.replaceWith(absent(url, alternative, properties)));
  image.addEventListener('load', () => image.classList.add('loaded'));
  return image;
}

function absent(url, alternative, properties) {
  const words = alternative || 'A picture';
  const host = url ? ` · at ${url.hostname}` : '';
  return el(
    'div',
    { ...properties, class: `${properties.class ?? ''} absent`, role: 'img', 'aria-label': words },
    icon('picture'),
    el('span', {}, words),
    el('small', {}, `Not loaded: pictures of other hosts are left alone${host}`),
  );
}

/** A small picture without words of its own; `null` for one of another host. */
export function nearPicture(address) {
  const url = webUrl(address);
  return url && isNear(url) ? el('img', { src: url.href, alt: '', decoding: 'async' }) : null;
}
