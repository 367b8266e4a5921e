import { folded, isShaped, withoutFullStop } from './words.ts';

const agencyNames = new Set(
  (
    'reuters|thomson reuters|ap|the associated press|associated press|afp|agence france-presse|agence france presse|upi|' +
    'united press international|dpa|deutsche presse-agentur|epa|epa-efe|efe|agencia efe|ansa|apa|ats|keystone|keystone-ats|keystone-sda|sda|tass|' +
    'itar-tass|interfax|ria|ria novosti|xinhua|kyodo|jiji|yonhap|anadolu|aa|dha|iha|pa|pa media|press association|canadian press|cp|aap|' +
    'australian associated press|bloomberg|getty|getty images|alamy|shutterstock|zuma|sipa|imago|rex|afp-jiji|' +
    'bbc|cnn|npr|abc|nbc|cbs|nhk|ard|zdf|pool|handout|ians|pti|ani|bss|aps|bernama|antara|belga|anp|ntb|tt|ritzau|lehtikuva|stt|pap|čtk|ctk|tasr|mti|hina|beta|tanjug|sta|bta|agerpres|' +
    'lusa|lapresse|agi|adnkronos|europa press|notimex|télam|telam|ap photo|afp photo|tt nyhetsbyrån|sid|kna|epd|afx|dow jones|' +
    'magnum|picture alliance|picture-alliance|ullstein bild|pixabay|unsplash|wikimedia commons|file|admin|administrator|webmaster|editorial board|free press|staff and agencies|' +
    'agencies|agenturen|agencias|agences|agenzie|agências|agentschappen|anonymous|unknown|guest|тасс|рбк|риа новости|интерфакс|укринформ|рейтер|рейтерс|' +
    'רויטרס|رويترز|أ ف ب|وكالات|ロイター|共同|時事|新华社|新華社|中央社|中新社|연합뉴스|뉴시스|뉴스1|भाषा|एएफपी|รอยเตอร์'
  ).split('|'),
);

/** Last words that make a desk, a title or a house of what stands before them. */
const agencyTails = new Set(
  (
    'agency agencies newsroom news staff staffer desk bureau correspondent correspondents reporter reporters ' +
    'writer writers editor editors columnist contributor contributors team wire wires service services network media newspaper ' +
    'newspapers magazine tribune gazette chronicle radio television tv online images pictures photos photo herald courier observer guardian ' +
    'photography corporation inc ltd llc gmbh presse times producer journalist photographer critic board group images archive archives ' +
    'redaktion agentur agenturen zeitung korrespondent korrespondentin redakteur redakteurin verlag ' +
    'rédaction agence correspondant correspondante journaliste redacción agencia agencias corresponsal redactor redactora periódico ' +
    'redazione agenzia giornale corrispondente inviato inviata redação agência correspondente redactie redacteur verslaggever ' +
    'redaktionen redaksjonen redakcja korespondent агентство редакция корреспондент'
  ).split(' '),
);
/** First words of the same. */
const agencyHeads = new Set(
  'redaktion agentur agence agencia agenzia agência redazione redacción rédaction redacció redactie redação dépêche redakcja'.split(
    ' ',
  ),
);
const unspacedHouse =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,12}(?:社|新聞|新闻|报|報|日報|日报|通信|뉴스|신문|일보|통신|방송)$/u;
const titleWord = new Set(['of', 'and', '&', 'for', 'the', 'de', 'del', 'la', 'und', 'der']);

const most = 8;

/** True of an agency, a paper, a desk or a job title; eight words at most. */
export function isAgency(text: string): boolean {
  const plain = withoutFullStop(folded(text));
  if (plain === '' || plain.length > 120) return false;
  const key = plain.toLowerCase();
  if (agencyNames.has(key.startsWith('the ') ? key.slice(4) : key)) return true;
  if (agencyTails.has(key.slice(key.lastIndexOf(' ') + 1))) return plain.split(' ').length <= most;
  const space = plain.indexOf(' ');
  if (space < 0) return plain.charCodeAt(0) >= 0x2e80 && unspacedHouse.test(plain);
  if (agencyHeads.has(key.slice(0, space))) return plain.split(' ').length <= most;
  if (key.startsWith('the ')) return isTitle(plain.slice(space + 1));
  return plain.includes(' via ') && isTitle(plain.replace(' via ', ' '));
}

/** True when every word is written as in the name of a paper. */
function isTitle(text: string): boolean {
  const words = text.split(' ');
  return words.length <= most && words.every((word) => isShaped(word) || titleWord.has(word));
}

/** True of agencies and papers known by name, desks and titles not among them. */
export function isKnownAgency(text: string): boolean {
  return agencyNames.has(text.toLowerCase());
}
