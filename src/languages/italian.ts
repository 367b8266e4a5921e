import type { Language } from './language.ts';

export const italian = {
  called: ['italian'],
  credits: {
    by: ['di', 'da'],
    signed: [
      ['di', 'a cura di', 'dal nostro inviato', 'dalla nostra inviata'],
      ['dal nostro corrispondente'],
    ],
    and: ['e', 'ed'],
    with: ['con'],
    in: ['a', 'da', 'in'],
    for: ['per'],
    more: ['aggiuntivo', 'aggiuntiva', 'ulteriore'],
    anywhere: { with: ['con'], for: ['per'] },
    works: {
      byline: ['autore', 'autrice', 'autori', 'firma'],
      reporting: [
        ['servizio', 'cronaca', 'reportage', 'inchiesta', 'intervista'],
        ['inviato', 'inviata', 'corrispondente'],
      ],
      additionalReporting: [
        ['ha collaborato', 'hanno collaborato', 'collaborazione', 'con la collaborazione'],
        ['con il contributo', 'contributi'],
      ],
      writing: ['testo', 'testi', 'scritto', 'scritti', 'redatto'],
      editing: [
        ['montaggio testo', 'redazione', 'a cura', 'in redazione', 'revisione'],
        ['editing'],
      ],
      compiling: ['raccolto'],
      photography: ['foto', 'fotografia', 'fotografie', 'fotografo', 'immagini'],
      research: ['ricerca', 'ricerche'],
      graphics: ['grafica', 'grafici', 'infografica', 'infografiche'],
      illustration: ['illustrazione', 'illustrazioni', 'disegni', 'disegno'],
      video: ['riprese', 'montaggio'],
      translation: ['traduzione', 'tradotto', 'tradotta', 'tradotto da', 'versione italiana'],
      other: ['produzione', 'impaginazione'],
    },
    bare: {
      editing: ['editing', 'in redazione a roma', 'in redazione a milano', 'in redazione'],
      writing: ['testo', 'testi'],
      photography: ['foto'],
      translation: ['tradotto da'],
    },
    whole: {
      additionalReporting: [
        ['ha collaborato', 'hanno collaborato', 'con la collaborazione di'],
        ['con il contributo di'],
      ],
      translation: ['tradotto da'],
    },
    proseVerbs: ['è', 'sono', 'mostra'],
  },
  photos: {
    pictures: ['foto', 'fotografia'],
    credits: ['fonte', 'credito'],
    bare: ['foto'],
    links: ['di', 'da'],
    captions: ['didascalia'],
  },
  jobs: { titles: ['corrispondente', 'inviato', 'inviata', 'giornalista'] },
  houses: {
    names: ['notizie', 'agenzie'],
    tails: ['redazione', 'agenzia', 'giornale', 'corrispondente', 'inviato', 'inviata'],
    heads: ['agenzia', 'redazione'],
    institutions: ['università', 'ministero'],
  },
  names: {
    particles: ['da', 'dei', 'del', 'della', 'delle', 'degli', 'di', 'la', 'lo'],
    lowered: ['da', 'del', 'della', 'delle', 'di', 'la'],
  },
  calendar: {
    months: [
      ['gennaio', 'gen'],
      ['febbraio', 'feb'],
      ['marzo', 'mar'],
      ['aprile', 'apr'],
      ['maggio', 'mag'],
      ['giugno', 'giu'],
      ['luglio', 'lug'],
      ['agosto', 'ago'],
      ['settembre', 'set'],
      ['ottobre', 'ott'],
      ['novembre', 'nov'],
      ['dicembre', 'dic'],
    ],
    ambiguous: ['gen', 'set'],
    dated: ['pubblicato', 'aggiornato'],
  },
  datelines: { labels: ['ESCLUSIVA', 'INTERVISTA', 'ANALISI'] },
  sentences: {
    titles: ['dott', 'ing', 'avv'],
    credits: ['trad'],
    beforeNumber: ['n'],
    starts: ['il', 'la', 'le', 'un', 'lo'],
  },
  boilerplate: {
    controls: [
      ['condividi', 'segui', 'salva', 'stampa', 'ascolta', 'commenti'],
      ['commenta', 'copia link'],
    ],
    invitations: [
      ['leggi tutto', 'leggi anche', 'leggi l’articolo', 'continua a leggere'],
      ['continua la lettura', 'clicca qui', 'abbonati', 'iscriviti'],
      ['seguici', 'condividi', 'pubblicità', 'riproduzione riservata'],
      ['tutti i diritti', 'utilizziamo i cookie', 'fonte:'],
      ['questo articolo è stato aggiornato'],
    ],
    lone: ['commenti', 'altro'],
    endings: ['leggi tutto', 'continua a leggere'],
    syndication: [
      ['L’articolo ', ' proviene da '],
      ["L'articolo ", ' proviene da '],
    ],
  },
  comments: {
    counted: ['commento', 'commenti'],
    headings: ['i commenti', 'i vostri commenti', 'discussione'],
    wrote: ['ha scritto', 'scrive', 'ha detto', 'dice'],
    postedBy: ['commento di', 'scritto da', 'inviato da'],
    actions: [
      ['rispondi', 'segnala', 'segnala abuso', 'segnala commento', 'mi piace'],
      ['condividi', 'cita'],
    ],
    ago: ['fa', 'ieri', 'oggi'],
  },
} satisfies Language;
