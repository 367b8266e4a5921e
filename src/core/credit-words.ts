import type { CreditRole } from './credits.ts';

/** What a credit says was done; `other` is work that has no role of its own and is told verbatim. */
export type Work = CreditRole | 'other';

/**
 * One language of credit lines. Words are in lower case, alternatives parted by "|" (phrases) or a
 * space (single words).
 */
export interface CreditLanguage {
  /** Words that follow a work and precede its people. */
  by: string;
  /** Phrases at the start of a line that signs a story: "by", "a cura di". */
  signed?: string;
  and: string;
  with?: string;
  /** Words before the place a person worked from. */
  in: string;
  /** Words before an employer or an edition. */
  for?: string;
  /** Words that make reporting additional. */
  more?: string;
  /** Work that needs a word of `by`, or a colon, before its people. */
  works: Partial<Record<Work, string>>;
  /** Work whose people may follow at once: "Reportage Ana Ruiz". */
  bare?: Partial<Record<Work, string>>;
  /** Phrases that end in their own link: "with files from". */
  whole?: Partial<Record<Work, string>>;
  /** What a person did to a story, said after the name: "contributed to this report". */
  verbs?: Partial<Record<Work, string>>;
  /** What such a verb may have after it. */
  objects?: string;
}

const english: CreditLanguage = {
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
      'reporting|reported|reporter|reporters|report|interview|interviewed|interviews|interviewing',
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
      'illustration|illustrations|illustrated|illustrator|artwork|cartoon|drawings|drawing',
    video:
      'video|videos|videography|filmed|filming|video editing|video production|video journalist|camera|footage|shot and edited',
    translation: 'translation|translated|translating|translator|translators',
    other:
      'production|produced|producer|producers|design|designed|data analysis|fact-checking|fact checking|fact-checked|' +
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

const german: CreditLanguage = {
  by: 'von durch',
  signed: 'von|ein bericht von|eine reportage von|eine analyse von|ein interview von|ein kommentar von',
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
    translation: 'übersetzung|übersetzt|übersetzer|übersetzerin|aus dem englischen|deutsche fassung',
    other: 'gestaltung|produktion|layout|dokumentation|datenanalyse|programmierung|faktencheck|ton',
  },
  bare: { writing: 'text', photography: 'foto|fotos', translation: 'übersetzt von' },
  whole: { additionalReporting: 'mit material von|mit agenturmaterial von|mit hilfe von' },
  verbs: {
    reporting: 'berichtete|berichteten|berichtet',
    additionalReporting:
      'hat zu diesem bericht beigetragen|haben zu diesem bericht beigetragen|hat zu diesem artikel beigetragen|haben zu diesem artikel beigetragen|' +
      'hat an diesem bericht mitgearbeitet|haben an diesem bericht mitgearbeitet|hat an diesem artikel mitgearbeitet|haben an diesem artikel mitgearbeitet',
  },
};

const french: CreditLanguage = {
  by: 'par de',
  signed:
    'par|propos recueillis par|recueilli par|un article de|une enquête de|un reportage de',
  and: 'et ainsi',
  with: 'avec',
  in: 'à en au aux depuis dans',
  for: 'pour',
  more: 'complémentaire complémentaires supplémentaire additionnel autres',
  works: {
    byline: 'auteur|auteure|autrice|auteurs|signé',
    reporting:
      'reportage|reportages|enquête|reporter|journaliste|journalistes|propos recueillis|interview|reportages complémentaires',
    additionalReporting:
      'contribution|contributions|avec la contribution|avec la collaboration|avec l’aide|avec la participation|collaboration',
    writing: 'texte|textes|rédaction|rédigé|écrit|récit',
    editing:
      'édité|éditée|édition|relu|relecture|secrétariat de rédaction|service français édité|mise en forme|sous la direction',
    compiling: 'compilé|synthèse',
    photography: 'photo|photos|photographie|photographies|crédit photo|crédits photo|photographe',
    research: 'recherche|recherches|documentation|documentaliste',
    graphics: 'infographie|infographies|graphisme|cartographie|carte|cartes|graphique',
    illustration: 'illustration|illustrations|dessin|dessins|illustré',
    video: 'vidéo|vidéos|montage|images|caméra',
    translation:
      'traduction|traduit|traduite|traduit de l’anglais|version française|traduit en français',
    other: 'mise en page|production|réalisation|coordination|infogr.',
  },
  bare: {
    reporting: 'reportage',
    editing: 'édité par|édition',
    translation: 'version française|traduction',
    writing: 'texte|textes|rédaction',
    photography: 'photo|photos',
    graphics: 'infographie',
  },
  whole: {
    additionalReporting: 'avec l’aide de|avec la collaboration de|avec la contribution de|avec',
  },
  verbs: {
    additionalReporting:
      'a contribué|ont contribué|a participé|ont participé|a collaboré|ont collaboré|contribue',
  },
  objects: 'à ce cet cette article reportage la au rédaction récit enquête de l’article',
};

const spanish: CreditLanguage = {
  by: 'por de',
  signed: 'por|un reportaje de|una crónica de',
  and: 'y e',
  with: 'con',
  in: 'en desde',
  for: 'para',
  more: 'adicional adicionales',
  works: {
    byline: 'autor|autora|autores|firma|redactor|redactora|corresponsal',
    reporting:
      'información|informe|reporte|reportaje|cobertura|reportado|reportero|reportera|reporteros|entrevista|informes|reportes',
    additionalReporting:
      'colaboración|colaboraciones|contribución|contribuciones|con la colaboración|con información|con aportes|con la contribución|colaboró|colaboraron|aportes|con reportes',
    writing: 'escrito|escrita|redacción|redactado|texto|textos|crónica',
    editing:
      'editado|editada|edición|editor|editora|editores|edición en español|revisado|revisión|corrección',
    compiling: 'compilado|recopilado|recopilación',
    photography: 'foto|fotos|fotografía|fotografías|fotógrafo|fotógrafa|imágenes|imagen',
    research: 'investigación|documentación',
    graphics: 'gráficos|gráfico|infografía|infografías|mapas',
    illustration: 'ilustración|ilustraciones|ilustrado|dibujos',
    video: 'vídeo|vídeos|cámara|edición de vídeo|edición de video',
    translation: 'traducido|traducida|traducción|traductor|traductora|traducido al español',
    other: 'producción|diseño|maquetación|datos|verificación',
  },
  bare: { writing: 'texto|textos', photography: 'foto|fotos' },
  whole: {
    additionalReporting:
      'con la colaboración de|con información de|con reportes de|con aportes de|colaboró|colaboraron|con la ayuda de',
  },
  verbs: {
    additionalReporting:
      'contribuyó|contribuyeron|colaboró|colaboraron|contribuyó con este|contribuyeron con este',
    reporting: 'informó|informaron|reportó|reportaron',
  },
  objects: 'a con para en este esta informe reportaje artículo historia despacho nota información la',
};

const italian: CreditLanguage = {
  by: 'di da',
  signed: 'di|a cura di|dal nostro inviato|dalla nostra inviata|dal nostro corrispondente',
  and: 'e ed',
  with: 'con',
  in: 'a da in',
  for: 'per',
  more: 'aggiuntivo aggiuntiva ulteriore',
  works: {
    byline: 'autore|autrice|autori|firma',
    reporting: 'servizio|cronaca|reportage|inchiesta|intervista|inviato|inviata|corrispondente',
    additionalReporting:
      'ha collaborato|hanno collaborato|collaborazione|con la collaborazione|con il contributo|contributi',
    writing: 'testo|testi|scritto|scritti|redatto',
    editing: 'montaggio testo|redazione|a cura|in redazione|revisione|editing',
    compiling: 'raccolto',
    photography: 'foto|fotografia|fotografie|fotografo|immagini',
    research: 'ricerca|ricerche',
    graphics: 'grafica|grafici|infografica|infografiche',
    illustration: 'illustrazione|illustrazioni|disegni|disegno',
    video: 'riprese|montaggio',
    translation: 'traduzione|tradotto|tradotta|tradotto da|versione italiana',
    other: 'produzione|impaginazione',
  },
  bare: {
    editing: 'editing|in redazione a roma|in redazione a milano|in redazione',
    writing: 'testo|testi',
    photography: 'foto',
    translation: 'tradotto da',
  },
  whole: {
    additionalReporting:
      'ha collaborato|hanno collaborato|con la collaborazione di|con il contributo di',
    translation: 'tradotto da',
  },
};

const portuguese: CreditLanguage = {
  by: 'por de',
  signed: 'por|uma reportagem de',
  and: 'e',
  with: 'com',
  in: 'em de no na',
  for: 'para',
  more: 'adicional adicionais',
  works: {
    byline: 'autor|autora|autores|repórter|correspondente',
    reporting: 'reportagem|reportagens|informações|apuração|entrevista|cobertura',
    additionalReporting:
      'colaboração|colaborou|colaboraram|com colaboração|com a colaboração|contribuição|contribuições|com informações',
    writing: 'texto|textos|escrito|escrita|redação|redigido',
    editing: 'edição|editado|editada|editor|editora|revisão|edição de texto',
    compiling: 'compilado',
    photography: 'foto|fotos|fotografia|fotografias|imagens|imagem|fotógrafo',
    research: 'pesquisa|investigação',
    graphics: 'infografia|infográficos|infográfico|gráficos|arte',
    illustration: 'ilustração|ilustrações',
    video: 'vídeo|vídeos|edição de vídeo|câmera',
    translation: 'tradução|traduzido|traduzida|tradutor',
    other: 'produção|design|diagramação|checagem',
  },
  bare: { translation: 'tradução', writing: 'texto|textos', photography: 'foto|fotos' },
  whole: {
    additionalReporting: 'colaborou|colaboraram|com a colaboração de|com informações de',
  },
  verbs: { additionalReporting: 'contribuiu|contribuíram|colaborou|colaboraram' },
  objects: 'para com esta este reportagem artigo texto matéria nesta neste a',
};

const dutch: CreditLanguage = {
  by: 'door van',
  signed: 'door|een reportage van|van onze verslaggever|van onze verslaggeefster|van onze correspondent',
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

export const westernLanguages: Record<string, CreditLanguage> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
};
