import type { Translation } from '../compile.ts';
import type { rules as english } from '../en/rules.ts';

export const rules: Translation<typeof english> = {
  commands: {
    rules: 'Des règles qui signalent ou masquent des commentaires avant tout le monde',
    list: 'Montrer les règles',
    addWords: 'Surveiller des mots dans les commentaires',
    words: 'Mots entiers, majuscules ou non ; * vaut toutes les lettres : idiot*, pièce* gratuite*',
    addLink: 'Surveiller les liens vers un domaine',
    domain: 'Le domaine, par exemple coins.example ; ses sous-domaines comptent aussi',
    action: 'Que faire d’un tel commentaire (par défaut : le signaler)',
    remove: 'Ne plus surveiller des mots ou un domaine',
    pattern: 'Comme dans la liste',
    try: 'Montrer quelles règles un texte enfreindrait',
    text: 'Le texte d’un commentaire',
    firstComment: 'Que faire du premier commentaire d’un auteur',
    repeat: 'Que faire des commentaires d’auteurs qui ont déjà enfreint les règles',
    what: 'Que faire',
    upheld: 'Après combien de dossiers confirmés sur leurs commentaires (par défaut : 3)',
    days: 'En combien de jours (par défaut : 30)',
  },
  choices: {
    report: 'Le signaler à la modération ; tous le voient',
    hide: 'Le masquer jusqu’à ce que la modération l’ait lu',
    off: 'Rien',
  },
  actions: { report: 'signalé', hide: 'masqué jusqu’à vérification' },
  intro:
    'Ces règles portent sur les commentaires des sites des articles, quand ils arrivent et quand ils sont modifiés :',
  membersUnread:
    '-# Ce que les membres écrivent dans Discord n’est pas lu : il faut l’intent Message Content. Qui fait tourner Wirethread l’active dans le portail des développeurs de Discord (Bot → Message Content Intent) et met READ_MEMBER_MESSAGES=true. D’ici là, utilisez l’AutoMod de Discord.',
  membersRead:
    '-# Elles regardent aussi ce que les membres écrivent dans les fils des discussions, et le signalent. Wirethread ne supprime jamais le message d’un membre par une règle : ce qu’une règle masquerait passe en tête de la file. Les messages de la modération et les autres salons ne sont pas concernés.',
  none: 'Il n’y a pas encore de règles. Ajoutez-en avec `/rules add-words`, `/rules add-link`, `/rules first-comment` et `/rules repeat-offender`.',
  wordsLine: 'mots « {pattern} » : {action}',
  linkLine: 'liens vers {pattern} : {action}',
  firstLine: 'premier commentaire d’un auteur : {action}',
  repeatLine: {
    one: 'auteur avec {count} dossier confirmé en {days} : {action}',
    other: 'auteur avec {count} dossiers confirmés en {days} : {action}',
  },
  added: 'Désormais, un commentaire avec les mots « {pattern} » est {action}.',
  addedLink: 'Désormais, un commentaire avec un lien vers {pattern} est {action}.',
  changed: '« {pattern} » était déjà surveillé. Désormais, un tel commentaire est {action}.',
  removed: '« {pattern} » n’est plus surveillé. Les dossiers déjà ouverts restent tels quels.',
  firstSet:
    'Désormais, le premier commentaire d’un auteur est {action}. Ceux d’avant le suivi d’une discussion ne comptent pas.',
  firstOff: 'Le premier commentaire d’un auteur est traité comme les autres.',
  repeatSet: {
    one: 'Désormais, un commentaire est {action} quand son auteur a {count} dossier confirmé en {days}.',
    other:
      'Désormais, un commentaire est {action} quand son auteur a {count} dossiers confirmés en {days}.',
  },
  repeatOff: 'Les auteurs qui ont déjà enfreint les règles sont traités comme les autres.',
  tried: 'Ce texte serait {action}, d’après ces règles :',
  triedNone: 'Aucun mot ni domaine surveillé ne correspond à ce texte.',
  fired: {
    words: 'mots surveillés « {pattern} »',
    link: 'un lien vers {pattern}',
    first: 'le premier commentaire de l’auteur',
    repeat: {
      one: 'l’auteur a {count} dossier confirmé en {days}',
      other: 'l’auteur a {count} dossiers confirmés en {days}',
    },
  },
  refusals: {
    empty: 'Écrivez au moins un mot.',
    'too-long': 'C’est trop long : 100 caractères au plus.',
    'too-general': 'Cela correspondrait à trop de textes : écrivez au moins deux lettres.',
    'inner-star': 'Dans une écriture sans espaces, * ne peut être qu’au début ou à la fin.',
    'no-domain':
      'Ce n’est pas un domaine. Écrivez-en un comme coins.example, ou collez une adresse.',
    unknown: '« {pattern} » n’est pas surveillé. `/rules list` montre ce qui l’est.',
    tooMany: {
      one: 'Ce serveur surveille {count} motif, le maximum. Retirez-en d’abord un.',
      other: 'Ce serveur surveille {count} motifs, le maximum. Retirez-en d’abord un.',
    },
  },
};
