import { folded, isShaped, withoutFullStop } from './word-shape.ts';

const agencyNames = new Set(
  (
    'reuters|thomson reuters|ap|the associated press|associated press|afp|agence france-presse|agence france presse|upi|' +
    'united press international|dpa|deutsche presse-agentur|epa|epa-efe|efe|agencia efe|ansa|apa|ats|keystone|keystone-ats|keystone-sda|sda|tass|' +
    'itar-tass|interfax|ria|ria novosti|xinhua|kyodo|jiji|yonhap|anadolu|aa|dha|iha|pa|pa media|press association|canadian press|cp|aap|' +
    'australian associated press|bloomberg|getty|getty images|alamy|shutterstock|zuma|sipa|imago|rex|afp-jiji|' +
    'bbc|cnn|npr|abc|nbc|cbs|nhk|ard|zdf|pool|handout|ians|pti|ani|bss|aps|bernama|antara|belga|anp|ntb|tt|ritzau|lehtikuva|stt|pap|čtk|ctk|tasr|mti|hina|beta|tanjug|sta|bta|agerpres|' +
    'lusa|lapresse|agi|adnkronos|europa press|notimex|télam|telam|ap photo|afp photo|tt nyhetsbyrån|sid|kna|epd|afx|dow jones|' +
    'magnum|picture alliance|picture-alliance|ullstein bild|pixabay|unsplash|wikimedia commons|file|admin|administrator|webmaster|editorial board|free press|staff and agencies|' +
    'agencies|agenturen|agencias|agences|agenzie|agências|agentschappen|anonymous|unknown|guest|newsdesk|supplied|dpa-afx|haber merkezi|sponsored|advertisement|advertorial|partner content|press release|globenewswire|pr newswire|prnewswire|businesswire|ips|nan|gna|mna|ots|awp|askanews|italpress|folhapress|prensa latina|тасс|рбк|риа новости|интерфакс|укринформ|рейтер|рейтерс|белта|унн|' +
    'רויטרס|رويترز|أ ف ب|د ب أ|وكالات|ロイター|共同|時事|新华社|新華社|中央社|中新社|연합뉴스|뉴시스|뉴스1|भाषा|एएनआई|एएफपी|รอยเตอร์'
  ).split('|'),
);

/** Last words that make a desk, a title or a house of what stands before them. */
const agencyTails = new Set(
  (
    'agency agencies newsroom news staff staffer desk bureau correspondent correspondents reporter reporters ' +
    'writer writers editor editors columnist contributor contributors team wire wires service services network media newspaper ' +
    'newspapers magazine tribune gazette chronicle radio television tv online images pictures photos photo herald courier observer guardian ' +
    'photography corporation inc ltd llc gmbh presse times producer journalist photographer critic board group images archive archives factcheck check newswire ' +
    'redaktion agentur agenturen zeitung korrespondent korrespondentin redakteur redakteurin verlag ' +
    'rédaction agence correspondant correspondante journaliste redacción agencia agencias corresponsal redactor redactora periódico ' +
    'redazione agenzia giornale corrispondente inviato inviata redação agência correspondente redactie redacteur verslaggever ' +
    'redaktionen redaksjonen redakcja korespondent агентство редакция корреспондент'
  ).split(' '),
);
/** Words that make a house of those around them, wherever they stand: "Institute of Tides". */
const institutions = new Set(
  (
    'university college institute academy school department faculty centre center council ministry commission committee association foundation ' +
    'society authority organisation organization federation museum library observatory laboratory hospital ' +
    'universität hochschule institut ministerium verein université ministère universidad ministerio università ministero universidade universiteit'
  ).split(' '),
);
/** First words of the same. */
const agencyHeads = new Set(
  'redaktion agentur agence agencia agenzia agência redazione redacción rédaction redacció redactie redação dépêche redakcja מערכת'.split(
    ' ',
  ),
);
const unspacedHouse =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,12}(?:社|新聞|新闻|报|報|日報|日报|通信|뉴스|신문|일보|통신|방송)$|(?:編集部|编辑部|編輯部|取材班|취재팀)$/u;
const titleWord = new Set(['of', 'and', '&', 'for', 'the', 'via', 'de', 'del', 'la', 'und', 'der']);

const most = 8;

/** True of an agency, a paper, a desk or a job title; eight words at most. */
export function isAgency(text: string): boolean {
  const plain = withoutFullStop(folded(text));
  if (plain === '' || plain.length > 120) return false;
  const key = plain.toLowerCase();
  if (agencyNames.has(key.startsWith('the ') ? key.slice(4) : key)) return true;
  if (agencyTails.has(key.slice(key.lastIndexOf(' ') + 1))) return plain.split(' ').length <= most;
  const space = plain.indexOf(' ');
  if (space < 0)
    return institutions.has(key) || (plain.charCodeAt(0) >= 0x2e80 && unspacedHouse.test(plain));
  if (hasInstitution(key)) return plain.split(' ').length <= most;
  if (agencyHeads.has(key.slice(0, space))) return plain.split(' ').length <= most;
  if (key.startsWith('the ')) return isTitle(plain.slice(space + 1));
  return plain.includes(' via ') && isTitle(plain.replace(' via ', ' '));
}

function hasInstitution(key: string): boolean {
  return key.split(' ').some((word) => institutions.has(word));
}

/** Last words of papers that are hardly ever surnames. */
const paperTails = new Set(
  (
    'ledger gazette tribune chronicle observer echo herald courier journal register sentinel bugle mercury telegraph argus advertiser ' +
    'examiner inquirer dispatch express standard independent today daily weekly times globe mirror review ' +
    'zeitung nachrichten anzeiger tageblatt blatt kurier rundschau'
  ).split(' '),
);

/** Such as are: after two people, a third may be called so. */
const surnameTails = new Set(['post', 'star', 'mail', 'press', 'record']);

/**
 * True of two to five words in capitals that end as papers' names do: "Saltmarsh Echo". A person may
 * be called so too; it is a paper where it follows a person, `afterOne` or several.
 */
export function isPaper(text: string, afterOne = true): boolean {
  const words = text.split(' ');
  if ((words.length < 2 && !text.includes('-')) || words.length > 5 || !words.every(isShaped))
    return false;
  const written = words.at(-1)?.toLowerCase() ?? '';
  const last = written.slice(written.lastIndexOf('-') + 1);
  return paperTails.has(last) || (afterOne && surnameTails.has(last));
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
