import type { CreditLanguage } from './language.ts';

export const english: CreditLanguage = {
  by: 'by',
  signed: 'by|a report by|an analysis by|a commentary by|special report by',
  and: 'and',
  with: 'with',
  in: 'in from at',
  for: 'for of',
  more: 'additional further extra other added more supplementary',
  works: {
    byline: 'author|authors|byline|correspondent|correspondents|staff writer|columnist',
    reporting:
      'reporting|reported|reporter|reporters|report|interview|interview conducted|interviewed|interviews|interviewing',
    additionalReporting:
      'contribution|contributions|assistance|contributor|contributors|contributing|with reporting|with additional reporting|' +
      'reporting was contributed|additional reporting was contributed|with contributions|contributing reporters|contributing reporter|contributing writers',
    writing:
      'writing|written|rewriting|rewritten|words|story|text|writer|writers|writethru|script|drafted',
    editing:
      'editing|edited|editor|editors|copy editing|copy edited|copy editor|copyediting|copy-edited|web editor|sub-editing|subediting|re-editing|' +
      'headline editing|story editing|story editor|photo editing|edits|night editor|chief editor|managing editor|editing help',
    compiling: 'compiling|compilation|compiled|aggregated|collated|curated',
    photography:
      'photography|photograph|photographs|photographed|photo|photos|picture|pictures|photographer|photographers|images',
    research:
      'research|researched|researcher|researchers|news research|research was contributed|data research',
    graphics:
      'graphics|graphic|infographic|infographics|maps|map|charts|chart|data visualization|data visualisation|visuals|interactive|interactives',
    illustration:
      'illustration|illustrations|photo illustration|photo illustrations|illustrated|illustrator|artwork|cartoon|drawings|drawing',
    video:
      'video|videos|videography|filmed|filming|video editing|video production|video journalist|camera|footage|shot and edited',
    translation: 'translation|translated|translating|translator|translators',
    other:
      'production|produced|producer|producers|design|designed|data analysis|analysis|fact-checking|fact checking|fact-checked|' +
      'proofreading|proofread|audio|audio production|development|developed|sound|narrated|layout',
  },
  whole: {
    reporting:
      'to contact the reporter on this story|to contact the reporters on this story|to contact the author of this story|to contact the authors of this story',
    editing:
      'to contact the editor responsible for this story|to contact the editors responsible for this story|to contact the editor on this story',
    additionalReporting:
      'with files from|files from|with additional files from|contributions from|with contributions from|additional contributions from|' +
      'assistance from|with assistance from|help from|with help from|with input from|input from|inputs from|with inputs from|' +
      'with notes from|with material from|reporting assistance from|additional reporting from|with additional reporting from|with reporting from|contributors include',
  },
  verbs: {
    additionalReporting:
      'contributed|also contributed|helped report|helped with reporting|assisted|also reported|contributed reporting|provided reporting|provided additional reporting|reported and contributed',
    reporting: 'reported',
    writing: 'wrote',
    editing: 'edited|copy-edited',
    research: 'researched|contributed research|provided research|did research',
    photography: 'photographed|took the photos',
    translation: 'translated',
    compiling: 'compiled',
  },
  objects:
    'this the that to for in with additional reporting research report reports story stories article dispatch piece coverage feature project and of ' +
    'newsletter column writing investigation files photos news item',
};

export const german: CreditLanguage = {
  by: 'von durch',
  signed:
    'von|ein bericht von|eine reportage von|eine analyse von|ein interview von|ein kommentar von',
  and: 'und sowie',
  with: 'mit',
  in: 'in aus bei',
  for: 'für',
  more: 'weitere weiterer zusätzliche zusätzlicher ergänzende',
  works: {
    byline:
      'autor|autorin|autoren|autorinnen|autor:in|autor:innen|korrespondent|korrespondentin|verfasser',
    reporting:
      'bericht|berichterstattung|berichtet|reporter|reporterin|recherche und text|interview|reportage|protokoll|aufgezeichnet|es berichtet|es berichten',
    additionalReporting: 'mitarbeit|mitgearbeitet|unter mitarbeit|mitwirkung|unter mitwirkung',
    writing: 'text|texte|geschrieben|verfasst',
    editing:
      'redaktion|redigiert|redigatur|redakteur|redakteurin|bearbeitet|bearbeitung|redaktionelle bearbeitung|lektorat|schlussredaktion|cvd|endredaktion|red.',
    compiling: 'zusammengestellt|zusammengefasst',
    photography: 'foto|fotos|fotografie|bild|bilder|fotografiert|aufnahmen|fotograf|fotografin',
    research: 'recherche|recherchen|recherchiert',
    graphics: 'grafik|grafiken|infografik|karte|karten|datenvisualisierung',
    illustration: 'illustration|illustrationen|zeichnung|illustriert',
    video: 'kamera|schnitt|videoschnitt|videos|film',
    translation:
      'übersetzung|übersetzt|übersetzer|übersetzerin|aus dem englischen|deutsche fassung',
    other: 'gestaltung|produktion|layout|dokumentation|datenanalyse|programmierung|faktencheck|ton',
  },
  bare: { writing: 'text', photography: 'foto|fotos', translation: 'übersetzt von' },
  whole: {
    additionalReporting: 'mit material von|mit agenturmaterial von|mit hilfe von',
    reporting:
      'das interview führte|das interview führten|das gespräch führte|das gespräch führten',
  },
  verbs: {
    reporting: 'berichtete|berichteten|berichtet',
    additionalReporting:
      'hat zu diesem bericht beigetragen|haben zu diesem bericht beigetragen|hat zu diesem artikel beigetragen|haben zu diesem artikel beigetragen|' +
      'hat an diesem bericht mitgearbeitet|haben an diesem bericht mitgearbeitet|hat an diesem artikel mitgearbeitet|haben an diesem artikel mitgearbeitet',
  },
};

export const dutch: CreditLanguage = {
  by: 'door van',
  signed:
    'door|een reportage van|van onze verslaggever|van onze verslaggeefster|van onze correspondent',
  and: 'en',
  with: 'met',
  in: 'in uit te vanuit',
  for: 'voor',
  more: 'aanvullende extra',
  works: {
    byline: 'auteur|auteurs|verslaggever|redacteur|correspondent',
    reporting: 'verslag|verslaggeving|reportage|interview|berichtgeving|onderzoek en tekst',
    additionalReporting: 'medewerking|met medewerking|bijdrage|bijdragen|met bijdragen',
    writing: 'tekst|teksten|geschreven|opgetekend',
    editing: 'redactie|eindredactie|bewerking|bewerkt|geredigeerd',
    compiling: 'samengesteld|samenstelling',
    photography: 'foto|foto’s|foto’s en video|beeld|fotografie|fotograaf',
    research: 'onderzoek',
    graphics: 'infographic|infographics|graphics|kaart|kaarten|grafiek',
    illustration: 'illustratie|illustraties|tekening',
    video: 'camera|montage|video’s',
    translation: 'vertaling|vertaald|vertaler',
    other: 'vormgeving|productie|opmaak',
  },
  bare: { writing: 'tekst', photography: 'foto|foto’s|beeld' },
  whole: { additionalReporting: 'met medewerking van|met bijdragen van|met dank aan' },
  verbs: { additionalReporting: 'droeg|droegen|werkte|werkten' },
  objects: 'bij aan dit deze artikel verhaal stuk verslag mee mede',
};

/** Norwegian, Danish and Swedish, which share most of their credit words. */
export const scandinavian: CreditLanguage = {
  by: 'av af',
  signed: 'av|af',
  and: 'og och samt',
  with: 'med',
  in: 'i från fra',
  for: 'för for',
  works: {
    byline: 'forfatter|författare|skribent|korrespondent|journalist|journalister',
    reporting: 'reportasje|reportage|reporter|reportere|rapportering',
    additionalReporting: 'medarbetare|bidrag|med bidrag',
    writing: 'text|tekst|skrevet|skriven',
    editing: 'redigering|redigert|redigerad|redaktør|redaktör|redigeret',
    photography: 'foto|fotograf|fotografi|bilder|bild|bilde|billeder|fotos',
    research: 'research',
    graphics: 'grafik|grafikk',
    illustration: 'illustration|illustrasjon|illustrationer',
    video: 'video|klipp',
    translation: 'översättning|oversettelse|översatt|oversat|oversatt|oversættelse',
  },
  bare: { writing: 'text|tekst', photography: 'foto', translation: 'översättning' },
};
