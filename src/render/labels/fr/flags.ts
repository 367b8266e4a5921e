import type { Translation } from '../compile.ts';
import type { flags as english } from '../en/flags.ts';

export const flags: Translation<typeof english> = {
  commands: {
    flags: 'Les messages signalés, un dossier, ou vos propres signalements',
    queue: 'Pour la modération : les dossiers en attente, ou décidés',
    state: 'Quels dossiers (par défaut : ceux en attente)',
    reason: 'Seulement les dossiers signalés pour ce motif',
    channel: 'Seulement les dossiers de ce salon',
    feed: 'Seulement les dossiers des discussions de ce flux',
    mineOnly: 'Seulement les dossiers que vous avez pris',
    show: 'Pour la modération : la fiche d’un dossier, pour décider',
    case: 'Le numéro du dossier, comme dans /flags queue',
    next: 'Pour la modération : le dossier le plus urgent que personne ne traite, l’un après l’autre',
    mine: 'La suite donnée à vos signalements des 30 derniers jours',
    choices: {
      waiting: 'En attente',
      open: 'Ouverts',
      escalated: 'Transmis',
      upheld: 'Confirmés : retiré, masqué, averti, exclu',
      dismissed: 'Rejetés',
    },
  },
  case: 'Dossier {number}',
  cases: { one: '{count} dossier', other: '{count} dossiers' },
  none: 'Aucun dossier n’attend de décision.',
  noneSuch: 'Aucun dossier ne correspond à ces filtres.',
  noCards:
    'Les dossiers n’ont pas encore de fiche : choisissez un salon avec `/settings set moderators-channel`.',
  cardsRefused:
    'Aucune fiche ne peut être publiée dans {channel} : {reason}. Donnez-y accès à Wirethread, ou choisissez un autre salon avec `/settings set moderators-channel`.',
  escalatedWait: {
    one: '{count} dossier transmis attend un modérateur principal.',
    other: '{count} dossiers transmis attendent un modérateur principal.',
  },
  pageOf: '{cases}, page {page} sur {pages}',
  line: {
    case: '**Dossier {number}**',
    escalated: '**transmis**',
    urgency: 'urgence : {urgency}',
    opened: 'ouvert {time}',
    claimed: 'pris par {member}',
    message: 'message',
    card: 'fiche',
  },
  queue: {
    placeholders: { choose: 'Choisir des dossiers à décider ensemble' },
    buttons: {
      previous: 'Page précédente',
      next: 'Page suivante',
      all: 'Choisir toute la page',
      remove: 'Retirer',
      hide: 'Masquer',
      'no-fault': 'Rejeter',
      ignored: 'Ignorer',
      escalate: 'Transmettre',
    },
    labels: { ruled: 'Fait : dossiers {numbers}' },
    refused: 'Dossier {number} : {reason}',
    noneChosen: 'Choisissez d’abord les dossiers dans le menu.',
  },
  mine: {
    none: 'Vous n’avez rien signalé ces 30 derniers jours.',
    line: 'Dossier {number}, signalé {time} · {what} : {outcome}',
    deleted: 'Dossier {number}, signalé {time} : supprimé',
  },
  noneLeft: 'Aucun dossier ne vous attend. Merci.',
  aText: 'un texte',
  by: '{text} de {author}',
  byAt: '{text} de {author}, sous « {headline} »',
  byInChannel: '{text} de {author}, dans {channel}',
  noSuchCase: 'Il n’y a pas de dossier {number} ici. Consultez `/flags queue`.',
  otherVersion: 'Cette fiche vient d’une autre version de Wirethread. Utilisez `/flags queue`.',
  refused: {
    ruledBefore: 'Le dossier {number} a été décidé avant vous. {ruling}',
    claimed:
      '{member} a pris le dossier {number} {time}. Sa fiche le dit maintenant : si vous décidez quand même, faites-le là.',
    changed: 'Ce dossier a changé depuis que vous l’avez vu. Relisez sa fiche, puis décidez.',
    textChanged:
      'Ce commentaire a été modifié après le signalement. Sa fiche montre les deux textes : relisez-la, puis décidez.',
    escalatedByReport:
      'Le dossier {number} est déjà transmis : il a été signalé comme contenu illégal.',
    escalatedBefore: '{member} a transmis le dossier {number} {time}.',
    needsSenior:
      'Ce dossier est transmis : décide un membre avec « Gérer le serveur » ou le rôle principal de `/settings`.',
    needsReason: 'Une décision sur un dossier transmis demande un motif.',
    escalateWhy: 'Dites pourquoi : les modérateurs principaux le lisent sur la fiche.',
    ownRuling: 'C’est une contestation de votre propre décision. Un autre modérateur décide.',
    nothingToUndo: 'Il n’y a pas encore de décision sur ce dossier, donc rien à annuler.',
    noMember:
      'L’auteur de ce commentaire n’est pas membre de ce serveur : on ne peut ni l’avertir ni l’exclure. Retirez ou masquez le commentaire, ou masquez son auteur.',
    noHiding:
      'Le message d’un membre ne peut pas être masqué : Discord ne permet que de le supprimer. Appuyez sur *Retirer*.',
    expired:
      'La discussion de ce commentaire est finie depuis longtemps, Wirethread l’a donc effacé. Cette décision ne peut plus être annulée.',
    ownDuplicate: 'Un dossier ne peut pas être le doublon de lui-même. Tapez le numéro de l’autre.',
    notANumber:
      'Ce n’est pas un numéro de dossier. Il est en haut de chaque fiche : tapez 12 pour le dossier 12.',
  },
  modal: {
    titles: {
      remove: 'Dossier {number} : retirer',
      hide: 'Dossier {number} : masquer',
      warn: 'Dossier {number} : avertir le membre',
      timeout: 'Dossier {number} : exclure le membre',
      'no-fault': 'Dossier {number} : rejeter',
      ignored: 'Dossier {number} : ignorer',
      duplicate: 'Dossier {number} : doublon',
      void: 'Dossier {number} : supprimé sur son site',
      escalate: 'Dossier {number} : transmettre',
      undo: 'Dossier {number} : annuler',
      bulk: { one: 'Décider de {count} dossier', other: 'Décider de {count} dossiers' },
    },
    labels: {
      reason: 'Motif',
      duration: 'Pour combien de temps ?',
      message: 'Que devient le message ?',
      original: 'Numéro de l’autre dossier',
    },
    hints: {
      reason: 'Il est gardé dans le journal d’audit et montré sur la fiche.',
      deletion: 'Le message est supprimé sans retour. La fiche montre le motif.',
    },
    choices: { keep: 'Il reste', delete: 'Le supprimer, sans retour' },
  },
  acts: {
    muted: {
      one: '{author} est masqué dans ce serveur, et {count} commentaire est caché. `/discussion unmute` le remontre.',
      other:
        '{author} est masqué dans ce serveur, et {count} commentaires sont cachés. `/discussion unmute` les remontre.',
    },
    mutedBefore: '{author} est déjà masqué dans ce serveur.',
    closing:
      'La discussion se ferme. Wirethread publie les derniers commentaires, puis verrouille le fil. `/discussion reopen` la rouvre.',
    staysDeleted:
      'La décision est annulée. Un message supprimé dans Discord ne peut pas être rétabli.',
    ended: 'Cette discussion est déjà fermée.',
    publisher:
      'Ouvrez le commentaire sur son site et signalez-le là. Appuyez ensuite sur *Je l’ai signalé* : la fiche le dit, et dit quand le commentaire a disparu.',
    publisherMarked:
      'Le dossier {number} est marqué comme signalé à l’éditeur. Sa fiche dit quand le commentaire a disparu.',
    ruled: 'Dossier {number} : {state}.',
    buttons: { sent: 'Je l’ai signalé' },
  },
  timeout: {
    'not-a-member': 'Ce membre a quitté le serveur : il n’y a personne à exclure.',
    exempt: 'Discord ne laisse personne exclure le propriétaire ou un administrateur d’un serveur.',
    'missing-permission':
      'Il manque à Wirethread la permission « Exclure temporairement des membres ». Donnez-la à son rôle dans les paramètres du serveur, puis décidez de nouveau. Rien n’a changé.',
    'higher-role':
      'Ce membre a un rôle supérieur à celui de Wirethread. Placez le rôle de Wirethread au-dessus dans les paramètres du serveur, puis décidez de nouveau. Rien n’a changé.',
    yourself:
      'Il vous faut la permission « Exclure temporairement des membres », ou le rôle de modération de `/settings`, pour exclure un membre. Rien n’a changé.',
  },
};
