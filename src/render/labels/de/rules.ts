import type { Translation } from '../compile.ts';
import type { rules as english } from '../en/rules.ts';

export const rules: Translation<typeof english> = {
  commands: {
    rules: 'Regeln, die Kommentare melden oder ausblenden, bevor Menschen es tun',
    list: 'Die Regeln zeigen',
    addWords: 'In Kommentaren auf Wörter achten',
    words: 'Ganze Wörter, groß oder klein; * steht für beliebige Buchstaben: idiot*, gratis münze*',
    addLink: 'Auf Links zu einer Domain achten',
    domain: 'Die Domain, etwa coins.example; ihre Subdomains zählen mit',
    action: 'Was mit so einem Kommentar geschieht (sonst: melden)',
    remove: 'Nicht mehr auf Wörter oder eine Domain achten',
    pattern: 'So, wie es in der Liste steht',
    try: 'Zeigen, gegen welche Regeln ein Text verstieße',
    text: 'Der Text eines Kommentars',
    firstComment: 'Was mit dem ersten Kommentar eines Verfassers geschieht',
    repeat: 'Was mit Kommentaren geschieht, deren Verfasser schon gegen die Regeln verstießen',
    what: 'Was geschieht',
    upheld: 'Nach wie vielen bestätigten Fällen zu ihren Kommentaren (sonst: 3)',
    days: 'In wie vielen Tagen (sonst: 30)',
  },
  choices: {
    report: 'Der Moderation melden; alle sehen ihn weiter',
    hide: 'Ausblenden, bis die Moderation ihn gelesen hat',
    off: 'Nichts',
  },
  actions: { report: 'gemeldet', hide: 'bis zur Prüfung ausgeblendet' },
  intro:
    'Diese Regeln gelten für Kommentare von den Websites der Artikel, wenn sie kommen und wenn sie bearbeitet werden:',
  membersUnread:
    '-# Was Mitglieder in Discord schreiben, wird nicht gelesen: Dafür ist der Message Content Intent nötig. Wer Wirethread betreibt, schaltet ihn im Developer Portal von Discord ein (Bot → Message Content Intent) und setzt READ_MEMBER_MESSAGES=true. Nutze bis dahin das AutoMod von Discord.',
  membersRead:
    '-# Sie gelten auch für das, was Mitglieder in den Threads der Diskussionen schreiben: Es wird gemeldet. Wirethread löscht nie durch eine Regel die Nachricht eines Mitglieds; was eine Regel ausblenden würde, steht in der Liste vorn. Nachrichten der Moderation und andere Kanäle bleiben unberührt.',
  none: 'Es gibt noch keine Regeln. Füge welche hinzu mit `/rules add-words`, `/rules add-link`, `/rules first-comment` und `/rules repeat-offender`.',
  wordsLine: 'Wörter „{pattern}“: {action}',
  linkLine: 'Links zu {pattern}: {action}',
  firstLine: 'erster Kommentar eines Verfassers: {action}',
  repeatLine: {
    one: 'Verfasser mit {count} bestätigten Fall (Zeitraum: {days}): {action}',
    other: 'Verfasser mit {count} bestätigten Fällen (Zeitraum: {days}): {action}',
  },
  added: 'Von jetzt an wird ein Kommentar mit den Wörtern „{pattern}“ {action}.',
  addedLink: 'Von jetzt an wird ein Kommentar mit einem Link zu {pattern} {action}.',
  changed: 'Auf „{pattern}“ wurde schon geachtet. Von jetzt an wird so ein Kommentar {action}.',
  removed: 'Auf „{pattern}“ wird nicht mehr geachtet. Fälle daraus bleiben, wie sie sind.',
  firstSet:
    'Von jetzt an wird der erste Kommentar eines Verfassers {action}. Was vor dem Beginn einer Diskussion hier geschrieben wurde, zählt nicht.',
  firstOff: 'Der erste Kommentar eines Verfassers wird behandelt wie jeder andere.',
  repeatSet: {
    one: 'Von jetzt an wird ein Kommentar {action}, wenn es zu seinem Verfasser {count} bestätigten Fall gibt (Zeitraum: {days}).',
    other:
      'Von jetzt an wird ein Kommentar {action}, wenn es zu seinem Verfasser {count} bestätigte Fälle gibt (Zeitraum: {days}).',
  },
  repeatOff: 'Wer schon gegen die Regeln verstieß, wird behandelt wie alle anderen.',
  tried: 'Dieser Text würde {action}, nach diesen Regeln:',
  triedNone: 'Kein Wort und keine Domain der Regeln passt zu diesem Text.',
  fired: {
    words: 'Wörter „{pattern}“',
    link: 'ein Link zu {pattern}',
    first: 'der erste Kommentar des Verfassers',
    repeat: {
      one: '{count} bestätigter Fall zum Verfasser (Zeitraum: {days})',
      other: '{count} bestätigte Fälle zum Verfasser (Zeitraum: {days})',
    },
  },
  refusals: {
    empty: 'Schreibe mindestens ein Wort.',
    'too-long': 'Das ist zu lang: höchstens 100 Zeichen.',
    'too-general': 'Das würde auf zu vieles passen: Schreibe mindestens zwei Buchstaben.',
    'inner-star': 'In einer Schrift ohne Leerzeichen kann * nur am Anfang oder am Ende stehen.',
    'no-domain':
      'Das ist keine Domain. Schreibe eine wie coins.example oder füge eine Adresse ein.',
    unknown: 'Auf „{pattern}“ wird nicht geachtet. `/rules list` zeigt, worauf geachtet wird.',
    tooMany: {
      one: 'Dieser Server achtet auf {count} Muster, mehr geht nicht. Entferne zuerst eines.',
      other: 'Dieser Server achtet auf {count} Muster, mehr geht nicht. Entferne zuerst eines.',
    },
  },
};
