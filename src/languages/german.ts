import type { Language } from './language.ts';

const months: readonly (readonly string[])[] = [
  ['januar', 'jänner', 'jan'],
  ['februar', 'feber', 'feb'],
  ['märz', 'mär'],
  ['april', 'apr'],
  ['mai'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['dezember', 'dez'],
];

export const german = {
  called: ['german', 'deutsch'],
  credits: {
    by: ['von', 'durch'],
    signed: [
      ['von', 'ein bericht von', 'eine reportage von', 'eine analyse von'],
      ['ein interview von', 'ein kommentar von'],
    ],
    and: ['und', 'sowie'],
    with: ['mit'],
    in: ['in', 'aus', 'bei'],
    for: ['für'],
    more: ['weitere', 'weiterer', 'zusätzliche', 'zusätzlicher', 'ergänzende'],
    anywhere: { and: ['und', 'sowie'], with: ['mit'], in: ['aus'], for: ['für'] },
    works: {
      byline: [
        ['autor', 'autorin', 'autoren', 'autorinnen', 'autor:in', 'autor:innen'],
        ['korrespondent', 'korrespondentin', 'verfasser'],
      ],
      reporting: [
        ['bericht', 'berichterstattung', 'berichtet', 'reporter', 'reporterin'],
        ['recherche und text', 'interview', 'reportage', 'protokoll'],
        ['aufgezeichnet', 'es berichtet', 'es berichten'],
      ],
      additionalReporting: [
        ['mitarbeit', 'mitgearbeitet', 'unter mitarbeit', 'mitwirkung'],
        ['unter mitwirkung'],
      ],
      writing: ['text', 'texte', 'geschrieben', 'verfasst'],
      editing: [
        ['redaktion', 'redigiert', 'redigatur', 'redakteur', 'redakteurin'],
        ['bearbeitet', 'bearbeitung', 'redaktionelle bearbeitung', 'lektorat'],
        ['schlussredaktion', 'cvd', 'endredaktion', 'red.'],
      ],
      compiling: ['zusammengestellt', 'zusammengefasst'],
      photography: [
        ['foto', 'fotos', 'fotografie', 'bild', 'bilder', 'fotografiert'],
        ['aufnahmen', 'fotograf', 'fotografin'],
      ],
      research: ['recherche', 'recherchen', 'recherchiert'],
      graphics: [['grafik', 'grafiken', 'infografik', 'karte', 'karten', 'datenvisualisierung']],
      illustration: ['illustration', 'illustrationen', 'zeichnung', 'illustriert'],
      video: ['kamera', 'schnitt', 'videoschnitt', 'videos', 'film'],
      translation: [
        ['übersetzung', 'übersetzt', 'übersetzer', 'übersetzerin', 'aus dem englischen'],
        ['deutsche fassung'],
      ],
      other: [
        ['gestaltung', 'produktion', 'layout', 'dokumentation', 'datenanalyse'],
        ['programmierung', 'faktencheck', 'ton'],
      ],
    },
    bare: { writing: ['text'], photography: ['foto', 'fotos'], translation: ['übersetzt von'] },
    whole: {
      additionalReporting: ['mit material von', 'mit agenturmaterial von', 'mit hilfe von'],
      reporting: [
        ['das interview führte', 'das interview führten', 'das gespräch führte'],
        ['das gespräch führten'],
      ],
    },
    verbs: {
      reporting: ['berichtete', 'berichteten', 'berichtet'],
      additionalReporting: [
        ['hat zu diesem bericht beigetragen', 'haben zu diesem bericht beigetragen'],
        ['hat zu diesem artikel beigetragen', 'haben zu diesem artikel beigetragen'],
        ['hat an diesem bericht mitgearbeitet', 'haben an diesem bericht mitgearbeitet'],
        ['hat an diesem artikel mitgearbeitet', 'haben an diesem artikel mitgearbeitet'],
      ],
    },
    storyNouns: ['artikel'],
    proseVerbs: ['ist', 'sind', 'war', 'wurde', 'zeigt', 'zeigen'],
  },
  photos: {
    pictures: [
      ['foto', 'fotos', 'fotografie', 'bild', 'bilder', 'aufnahme', 'fotograf', 'fotografin'],
      ['grafik', 'infografik', 'montage', 'collage', 'illustration', 'karikatur', 'zeichnung'],
      ['visualisierung', 'screenshot'],
    ],
    credits: [
      'quelle',
      'bildnachweis',
      'bildquelle',
      'bildrechte',
      'bildautor',
      'fotoquelle',
      'fotonachweis',
    ],
    bare: ['foto'],
    links: ['von'],
    captions: ['bildunterschrift', 'bildbeschreibung', 'bildtext'],
  },
  jobs: {
    titles: [
      ['korrespondent', 'korrespondentin', 'korrespondenten', 'redakteur', 'redakteurin'],
      ['reporter', 'reporterin', 'journalist', 'journalistin', 'journalisten'],
    ],
    academic: ['professorin', 'dozent', 'dozentin'],
    academicLinks: ['für'],
  },
  houses: {
    names: ['nachrichten', 'redaktionsteam', 'team', 'agenturen'],
    tails: [
      ['redaktion', 'agentur', 'agenturen', 'zeitung', 'presse', 'korrespondent'],
      ['korrespondentin', 'redakteur', 'redakteurin', 'verlag', 'gmbh'],
    ],
    heads: ['redaktion', 'agentur'],
    institutions: ['universität', 'hochschule', 'institut', 'ministerium', 'verein'],
    papers: [['zeitung', 'nachrichten', 'anzeiger', 'tageblatt', 'blatt', 'kurier'], ['rundschau']],
    inner: ['und', 'der'],
  },
  names: {
    particles: ['von', 'der', 'den', 'zu', 'zur', 'zum', 'vom'],
    lowered: ['von', 'der', 'den', 'zu', 'zur'],
    placeLinks: ['am', 'an', 'im', 'in'],
  },
  calendar: {
    shortMonths: [['jän'], ['febr'], ['mrz'], [], [], [], [], [], [], [], [], []],
    months,
    weekdays: [
      ['montag'],
      ['dienstag'],
      ['mittwoch'],
      ['donnerstag'],
      ['freitag'],
      ['samstag'],
      ['sonntag'],
    ],
    fillers: ['um', 'uhr'],
    dated: ['veröffentlicht', 'aktualisiert', 'stand'],
  },
  datelines: {
    labels: [
      ['EILMELDUNG', 'LIVETICKER', 'KOMMENTAR', 'ANALYSE', 'MEINUNG'],
      ['EXKLUSIV', 'INTERVIEW', 'INTERVIEWS', 'REPORTAGE'],
    ],
  },
  sentences: {
    titles: ['dr', 'prof', 'dipl', 'ing'],
    prose: ['bzw', 'evtl', 'ggf', 'inkl', 'ca', 'vgl'],
    credits: ['mag', 'red'],
    closing: ['usw', 'gmbh'],
    beforeNumber: ['nr', 'nrs', 'abs', 'kap', 'ziff', 'bd'],
    starts: [
      ['der', 'die', 'das', 'er', 'sie', 'es', 'ein', 'eine', 'im'],
      ['am', 'und', 'aber', 'wir'],
    ],
    afterOrdinals: [
      ...months,
      ['jahrhundert', 'jahrhunderts', 'quartal', 'halbjahr', 'platz'],
      ['liga', 'stock', 'etage', 'tag', 'mal', 'rang', 'stelle', 'lauf'],
      ['runde', 'spieltag'],
    ],
  },
  boilerplate: {
    controls: [
      ['folgen', 'teilen', 'merken', 'artikel merken', 'drucken', 'anhören'],
      ['vorlesen', 'kommentieren', 'kommentar', 'autor', 'autorin'],
      ['zur person', 'alle artikel', 'mehr', 'speichern', 'schließen', 'profil'],
      ['letzte artikel', 'über', 'zum profil', 'schriftgröße', 'link kopieren'],
    ],
    invitations: [
      ['weiterlesen', 'hier weiterlesen', 'mehr lesen', 'lesen sie mehr'],
      ['lesen sie weiter', 'lesen sie auch', 'mehr dazu', 'mehr zum thema'],
      ['mehr erfahren', 'zum artikel', 'den ganzen artikel', 'den vollständigen'],
      ['zur startseite', 'auch interessant', 'jetzt abonnieren', 'abonnieren sie'],
      ['newsletter abonnieren', 'melden sie sich', 'jetzt anmelden'],
      ['folgen sie uns', 'teilen sie', 'anzeige', 'werbung', 'alle rechte vorbehalten'],
      ['wir verwenden cookies', 'diese website verwendet', 'kommentare'],
      ['rückfragen', 'bei rückfragen', 'quelle:', 'dieser artikel erschien'],
      ['dieser text erschien', 'dieser beitrag erschien', 'korrektur:'],
      ['anmerkung der redaktion', 'hinweis der redaktion'],
    ],
    lone: ['kommentare', 'mehr', 'das wichtigste in kürze'],
    endings: ['weiterlesen', 'mehr lesen'],
    syndication: [['Der Beitrag ', ' erschien zuerst auf ']],
    notices: [['alle rechte vorbehalten', 24]],
  },
  comments: {
    counted: [
      ['kommentar', 'kommentare', 'leserkommentar', 'leserkommentare', 'leserkommentaren'],
      ['beiträge', 'leserbriefe'],
    ],
    headings: ['diskussion', 'diskutieren sie mit', 'ihre meinung', 'alle kommentare'],
    wrote: ['schrieb', 'schreibt', 'sagt', 'sagte', 'meint'],
    postedBy: ['kommentar von', 'geschrieben von', 'verfasst von'],
    actions: [
      ['antworten', 'auf kommentar antworten', 'melden', 'kommentar melden'],
      ['beitrag melden', 'missbrauch melden', 'empfehlen', 'gefällt mir', 'teilen'],
      ['zitieren', 'bearbeiten', 'antwort schreiben'],
    ],
    ago: ['vor', 'gestern', 'heute', 'gerade eben'],
  },
} satisfies Language;
