/** Addresses within addresses, as of services that scale pictures, are read this deep. */
const deepest = 2;
const longest = 2_000;
const fileEnding = /\.(?:jpe?g|png|webp|gif|avif|jfif|tiff?|bmp)$/u;
/** A part of a file's name that says how the picture was cut or scaled, not what it shows. */
const version =
  /^(?:\d{1,4}|\d{1,5}x\d{0,5}|x\d{1,5}|[wh]\d{1,5}|[vr]\d{1,2}|@\dx|\dx|[a-z]|rc|lg|md|sm|xl|xs|large|medium|small|thumb|thumbnail|scaled|crop|cropped|resize|resized|original|orig|master|wide|square|landscape|portrait|desktop|mobile|retina|default|rotated|edited|hero|full|size|image|img|photo|picture|pic|width|height|fit|max|e\d{9,})$/u;

function decoded(url: string): string {
  let plain = url.slice(0, longest);
  for (let turn = 0; turn < deepest; turn += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      break;
    }
  }
  return plain.toLowerCase();
}

function withoutEndings(file: string): string {
  let bare = file;
  while (fileEnding.test(bare)) bare = bare.replace(fileEnding, '');
  return bare;
}

function wordsIn(segment: string): string[] {
  return withoutEndings(segment)
    .split(/[-_.~+ ]+/u)
    .filter((word) => word !== '' && !version.test(word));
}

/**
 * What all sizes, shapes and formats of a picture have in common: the words of the last part of its
 * path that says more than a size, without their order.
 */
export function pictureKey(url: string): string {
  const plain = decoded(url);
  const inner = Math.max(plain.lastIndexOf('http://'), plain.lastIndexOf('https://'));
  const segments = (plain.slice(inner).split(/[?#]/u)[0] ?? '')
    .replace(/^https?:\/\/[^/]*/u, '')
    .split(/[/=]/u)
    .filter((segment) => segment !== '')
    .reverse();
  const named = segments.map(wordsIn).find((words) => words.length > 0);
  return [...new Set(named ?? segments.slice(0, 1))].sort().join(' ');
}

/** True when two addresses are of one picture in other sizes, shapes or formats. */
export function isSamePicture(one: string, other: string): boolean {
  return one === other || pictureKey(one) === pictureKey(other);
}
