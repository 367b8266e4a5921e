import type { Language } from './language.ts';

export const french = {
  called: ['french'],
  credits: {
    by: ['par', 'de'],
    signed: [
      ['par', 'propos recueillis par', 'recueilli par', 'un article de'],
      ['une enquête de', 'un reportage de'],
    ],
    and: ['et', 'ainsi'],
    with: ['avec'],
    in: ['à', 'en', 'au', 'aux', 'depuis', 'dans'],
    for: ['pour'],
    more: [['complémentaire', 'complémentaires', 'supplémentaire', 'additionnel'], ['autres']],
    anywhere: { and: ['et'], with: ['avec'], in: ['à', 'en', 'au'], for: ['pour'] },
    works: {
      byline: ['auteur', 'auteure', 'autrice', 'auteurs', 'signé'],
      reporting: [
        ['reportage', 'reportages', 'enquête', 'reporter', 'journaliste', 'journalistes'],
        ['propos recueillis', 'interview', 'reportages complémentaires'],
      ],
      additionalReporting: [
        ['contribution', 'contributions', 'avec la contribution', 'avec la collaboration'],
        ['avec l’aide', 'avec la participation', 'collaboration'],
      ],
      writing: ['texte', 'textes', 'rédaction', 'rédigé', 'écrit', 'récit'],
      editing: [
        ['édité', 'éditée', 'édition', 'relu', 'relecture', 'secrétariat de rédaction'],
        ['service français édité', 'mise en forme', 'sous la direction'],
      ],
      compiling: ['compilé', 'synthèse'],
      photography: [
        ['photo', 'photos', 'photographie', 'photographies', 'crédit photo'],
        ['crédits photo', 'photographe'],
      ],
      research: ['recherche', 'recherches', 'documentation', 'documentaliste'],
      graphics: [
        ['infographie', 'infographies', 'graphisme', 'cartographie', 'carte', 'cartes'],
        ['graphique'],
      ],
      illustration: ['illustration', 'illustrations', 'dessin', 'dessins', 'illustré'],
      video: ['vidéo', 'vidéos', 'montage', 'images', 'caméra'],
      translation: [
        ['traduction', 'traduit', 'traduite', 'traduit de l’anglais'],
        ['version française', 'traduit en français'],
      ],
      other: ['mise en page', 'production', 'réalisation', 'coordination', 'infogr.'],
    },
    bare: {
      reporting: ['reportage'],
      editing: ['édité par', 'édition'],
      translation: ['version française', 'traduction'],
      writing: ['texte', 'textes', 'rédaction'],
      photography: ['photo', 'photos'],
      graphics: ['infographie'],
    },
    whole: {
      additionalReporting: [
        ['avec l’aide de', 'avec la collaboration de', 'avec la contribution de', 'avec'],
      ],
    },
    verbs: {
      additionalReporting: [
        ['a contribué', 'ont contribué', 'a participé', 'ont participé'],
        ['a collaboré', 'ont collaboré', 'contribue'],
      ],
    },
    objects: [
      ['à', 'ce', 'cet', 'cette', 'article', 'reportage', 'la', 'au'],
      ['rédaction', 'récit', 'enquête', 'de', 'l’article'],
    ],
    storyNouns: ['article', 'reportage', 'récit', 'enquête'],
    proseVerbs: ['est', 'sont', 'ont', 'montre', 'été'],
  },
  photos: {
    pictures: [
      ['photo', 'photos', 'photographie', 'photographies', 'image', 'images'],
      ['illustration', 'illustrations'],
    ],
    credits: ['crédit', 'crédits', 'source'],
    bare: ['photo'],
    links: ['de', 'par'],
    captions: ['légende'],
  },
  jobs: {
    titles: [
      ['correspondant', 'correspondante', 'correspondants', 'journaliste', 'journalistes'],
      ['envoyé', 'envoyée', 'spécial', 'spéciale'],
      ['envoyés', 'envoyées', 'spéciaux', 'spéciales'],
    ],
  },
  houses: {
    names: ['actualité', 'actualités', 'agences'],
    tails: [['rédaction', 'agence', 'correspondant', 'correspondante', 'journaliste'], ['presse']],
    heads: ['agence', 'rédaction', 'dépêche'],
    institutions: ['université', 'ministère'],
    inner: ['de', 'la'],
  },
  names: {
    particles: ['de', 'du', 'des', 'la', 'le', 'les', "d'", "l'"],
    lowered: ['de', 'du', 'des', 'la'],
    placeLinks: ['sur', 'les', 'lez'],
  },
  calendar: {
    shortMonths: [[], [], [], [], [], [], ['juill'], [], [], [], [], []],
    months: [
      ['janvier', 'janv'],
      ['février', 'févr', 'fév'],
      ['mars'],
      ['avril', 'avr'],
      ['mai'],
      ['juin'],
      ['juillet', 'juil'],
      ['août'],
      ['septembre', 'sept'],
      ['octobre', 'oct'],
      ['novembre', 'nov'],
      ['décembre', 'déc'],
    ],
    weekdays: [
      ['lundi'],
      ['mardi'],
      ['mercredi'],
      ['jeudi'],
      ['vendredi'],
      ['samedi'],
      ['dimanche'],
    ],
    ambiguous: ['mars'],
    fillers: ['de'],
    dated: ['publié', 'mis'],
  },
  datelines: {
    sections: [
      ['culture', 'politique', 'économie', 'société', 'sports', 'monde', 'sciences', 'santé'],
      ['international', 'faits divers', 'actualités', 'médias'],
    ],
    labels: [
      ['DIRECT', 'INFO', 'VIDÉO', 'ENTRETIEN', 'INTERVIEW', 'RÉCIT'],
      ['ENQUÊTE', 'REPORTAGE', 'DOSSIER', 'TRIBUNE', 'ANNONCE', 'EXCLUSIF'],
      ['INFOGRAPHIE', 'DECRYPTAGE', 'DÉCRYPTAGE', 'PORTRAIT', 'CRITIQUE'],
    ],
  },
  sentences: {
    titles: ['mme', 'mlle', 'ste'],
    prose: ['ex', 'l’on'],
    credits: ['trad', 'phot'],
    starts: ['le', 'la', 'les', 'il', 'elle', 'un', 'une'],
  },
  boilerplate: {
    walls: [
      ['cet article est réservé', 'article réservé', 'réservé aux abonnés'],
      ['déjà abonné', 'il vous reste', 'pour lire la suite', 'écouter cet article'],
      ['écoutez cet article', 'la suite est réservée', 'créez un compte'],
      ['connectez-vous', 'vous avez déjà un compte', 'ce contenu est'],
    ],
    controls: [
      ['partager', 'suivre', 'imprimer', 'enregistrer', 'sauvegarder'],
      ['écouter', 'commenter', 'commentaires', 'copier le lien', 'voir plus'],
      ['ajouter', 'offrir', 'lire plus tard'],
    ],
    invitations: [
      ['lire la suite', 'lire aussi', 'à lire aussi', 'lire l’article'],
      ['lisez la suite', 'en savoir plus', 'voir plus', 'voir aussi'],
      ['cliquez ici', 'abonnez-vous', 's’abonner', 'inscrivez-vous'],
      ['suivez-nous', 'suivez nous', 'partager', 'publicité', 'tous droits réservés'],
      ['nous utilisons des cookies', 'source :', 'cet article a été mis à jour'],
      ['cet article a été modifié'],
    ],
    lone: ['commentaires', 'plus', 'l’essentiel'],
    endings: ['lire la suite'],
    syndication: [
      ['L’article ', ' est apparu en premier sur '],
      ["L'article ", ' est apparu en premier sur '],
    ],
    notices: [['tous droits réservés', 24]],
  },
  comments: {
    counted: ['commentaire', 'commentaires', 'réaction', 'réactions', 'réponses'],
    shows: ['voir', 'voir les', 'lire les', 'afficher les', 'les', 'tous les'],
    headings: ['vos commentaires', 'vos réactions', 'tous les commentaires', 'réagissez'],
    wrote: ['a écrit', 'écrit', 'a dit', 'dit'],
    postedBy: ['commentaire de', 'publié par', 'posté par', 'écrit par', 'par'],
    actions: [
      ['répondre', 'signaler', 'signaler un abus', 'signaler ce commentaire', 'alerter'],
      ['j’aime', 'recommander', 'partager', 'citer', 'répondre au commentaire'],
    ],
    ago: ['il y a', 'hier', 'aujourd’hui'],
  },
} satisfies Language;
