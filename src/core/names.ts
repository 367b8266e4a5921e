/**
 * What in a credit is a person's name and what is an agency, a desk or a title. Only shapes are
 * judged, in any script: capitals, particles, initials and suffixes.
 */

/** Small words inside names, in lower case where the name is written in mixed case. */
const particles = new Set(
  (
    'van von der den de het ter ten te zu zur zum vom af av a da das do dos du des del dei della ' +
    'delle degli di la las le les lo los y e i bin bint ibn ben abu al el ul ur wa wan ap ab ó ní mac nic ua ' +
    "d' l' 't 's der'"
  ).split(' '),
);

/** Lowered only in the middle of an all-capitals name; shorter, since "LE", "DO", "BEN" are names too. */
const loweredParticles = new Set(
  'van von der den de het ter ten zu zur af av da das dos du des del della delle di la las los y bin bint ibn al el wa'.split(
    ' ',
  ),
);

const agencyNames = new Set(
  (
    'reuters|thomson reuters|ap|associated press|afp|agence france-presse|agence france presse|upi|' +
    'united press international|dpa|deutsche presse-agentur|epa|epa-efe|efe|ansa|apa|ats|keystone|tass|' +
    'itar-tass|interfax|xinhua|kyodo|yonhap|anadolu|pa|pa media|press association|canadian press|cp|aap|' +
    'australian associated press|bloomberg|getty|getty images|alamy|shutterstock|zuma|sipa|imago|rex|' +
    'bbc|cnn|npr|abc|nbc|cbs|pool|handout|ians|pti|ani|belga|anp|ntb|tt|ritzau|lehtikuva|magnum|pixabay|' +
    'unsplash|wikimedia commons|file|admin|administrator|webmaster|editorial board|free press|staff and agencies|' +
    'agencies|anonymous|unknown|guest'
  ).split('|'),
);

/** Last words that make a desk, a title or a house of what stands before them. */
const agencyTails = new Set(
  (
    'agency agencies newsroom news staff staffer desk bureau correspondent correspondents reporter reporters ' +
    'writer writers editor editors columnist contributor contributors team wire wires service services network media newspaper ' +
    'newspapers magazine tribune gazette chronicle radio television tv online images pictures photos photo ' +
    'photography corporation inc ltd llc gmbh presse times producer journalist photographer critic board group'
  ).split(' '),
);

const nameWord = /^[\p{Lu}\p{Lt}\p{Lo}ʻʼ‘’'"“][\p{L}\p{M}'’ʼʻ‘.\-‐‑·"”]*$/u;
const prefixedWord = /^(?:\p{Ll}{1,4}['’-])+[\p{Lu}\p{Lo}]/u;
const initials = /^(?:\p{Lu}\.)+(?:-\p{Lu}\.)*$/u;
const suffix = /^(?:jr|sr|i{2,3}|iv|m\.?d|ph\.?d|d\.?phil|esq|obe|mbe)\.?$/iu;
const abbreviationEnd = /(?:^|[ .])(?:jr|sr|esq|ph\.d|\p{L})\.$/iu;

/** White space folded to single spaces, invisible marks dropped. */
export function folded(text: string): string {
  return text
    .replace(/[\u200b\u200e\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Without the full stop and commas at its end, but with the stop of "Jr." or an initial. */
export function withoutFullStop(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,;.:'.includes(text.charAt(end - 1))) {
    if (text.charAt(end - 1) === '.' && abbreviationEnd.test(text.slice(Math.max(0, end - 8), end)))
      break;
    end -= 1;
  }
  return text.slice(0, end);
}

/** True of "Jr.", "III", "M.D.": what follows a comma in a name without being another person. */
export function isNameSuffix(text: string): boolean {
  return suffix.test(text);
}

function isShaped(word: string): boolean {
  return nameWord.test(word) || prefixedWord.test(word);
}

/** True of an agency, a paper, a desk or a job title; eight words at most. */
export function isAgency(text: string): boolean {
  const plain = withoutFullStop(folded(text));
  const words = plain.split(' ');
  if (plain === '' || words.length > 8) return false;
  if (agencyNames.has(plain.toLowerCase().replace(/^the /u, ''))) return true;
  if (agencyTails.has(words.at(-1)?.toLowerCase() ?? '')) return true;
  const [article, ...rest] = words;
  const isTitle = (word: string) => isShaped(word) || /^(?:of|and|&|for|the)$/u.test(word);
  if (/^the$/iu.test(article ?? '')) return rest.length > 0 && rest.every(isTitle);
  return / via \S/u.test(plain) && words.every((word) => isTitle(word) || word === 'via');
}

/** True when every word has the shape of a name's word; one to seven words, at most 80 characters. */
export function isPersonName(text: string): boolean {
  if (text.length === 0 || text.length > 80 || isAgency(text)) return false;
  const words = text.split(' ');
  if (words.length > 7 || words.some((word) => /^the$/iu.test(word))) return false;
  if (!words.some(isShaped)) return false;
  return words.every((word) => isShaped(word) || particles.has(word) || isNameSuffix(word));
}

/** True when the text has the shape of a place: capitals, "the", "of", commas, at most 60 characters. */
export function isPlace(text: string): boolean {
  if (text.length < 2 || text.length > 60) return false;
  const words = text.replaceAll(/[,/]/gu, ' ').split(' ').filter(Boolean);
  if (words.length === 0 || words.length > 8) return false;
  const joining = /^(?:the|of|and|sur|upon|on|am|an|in|im|aan|les|lez|-)$/u;
  if (!words.some(isShaped)) return false;
  return words.every((word) => isShaped(word) || particles.has(word) || joining.test(word));
}

function casedWord(word: string, index: number, count: number): string {
  const lower = word.toLowerCase();
  if (initials.test(word)) return word;
  if (/^(?:ii|iii|iv)$/u.test(lower)) return word;
  if (index > 0 && index < count - 1 && loweredParticles.has(lower)) return lower;
  if (word.length === 2 && /^(?:[^AEIOUY]{2}|.J)$/u.test(word) && !suffix.test(word)) return word;
  return lower
    .replace(
      /(^|[-‐‑'’ʼ"“.])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/(\p{L}{2,}['’ʼ])S$/u, '$1s');
}

/**
 * A name in all Latin capitals, as bylines set it, in mixed case: "LUDWIG VAN DER BERG" is
 * "Ludwig van der Berg". Any other name is returned as it stands, a single short word too, which
 * may be an acronym.
 */
export function mixedCase(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Script=Latin}{3}/u.test(name)) return name;
  if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(name)) return name;
  const words = name.split(' ');
  if (words.length < 2) return name;
  return words.map((word, index) => casedWord(word, index, words.length)).join(' ');
}
