import type { Translation } from '../compile.ts';
import type { alerts as english } from '../en/alerts.ts';

export const alerts: Translation<typeof english> = {
  channelPaused: 'Rien ne peut être publié dans {channel} : {reason}. {remedy}',
  channelDeleted:
    'Le salon #{name} a été supprimé, ses articles attendent donc. Faites publier chacun de ses flux dans un autre salon avec `/feed edit`, option `channel`, ou retirez-le avec `/feed remove`.',
  unnamedDeleted:
    'Un salon où Wirethread publie a été supprimé, ses articles attendent donc. Faites publier chacun de ses flux dans un autre salon avec `/feed edit`, option `channel`, ou retirez-le avec `/feed remove`.',
  remedies: {
    forumTag:
      'Le forum exige un tag par publication, et aucun de ses tags n’est un thème de l’article. Choisissez un tag avec `/feed edit`, option `forum-tag` (`forumTagId` dans le fichier de configuration), ou autorisez les publications sans tag. Les messages en attente suivront automatiquement.',
    unlock:
      'Le fil est verrouillé : déverrouillez-le, ou donnez-y à Wirethread « Gérer les fils ». Les messages en attente suivront automatiquement.',
    permissions:
      'Donnez-y à Wirethread : {permissions}. Les messages en attente suivront automatiquement.',
  },
  stuck:
    'Un message n’a pas pu être publié dans {channel} depuis {time} : {reason}. De nouveaux essais suivent ; entre-temps, les messages suivants sont publiés.',
  refused:
    'Discord a refusé {message} dans {channel} : {reason}. Ce message est sauté ; les suivants sont publiés normalement. Vérifiez les règles AutoMod du salon et, avec `/feed test`, ce que contient le flux.',
  messages: {
    story: 'un article',
    digest: 'un récapitulatif',
    notice: 'un avis',
    comment: 'un commentaire',
    pack: 'un message avec plusieurs commentaires',
    card: 'la fiche d’un dossier',
    summary: 'le bilan mensuel',
    removal: 'une suppression',
  },
  notRemoved:
    'Wirethread n’a pas pu supprimer dans {channel} un message retiré par la modération : {reason}. Donnez-lui-y « Gérer les messages », ou supprimez le message à la main. Un nouvel essai a lieu chaque heure.',
  timeout: {
    begin:
      'Wirethread n’a pas pu exclure temporairement {member}, comme décidé dans le dossier {number} : {reason}. {remedy}',
    end: 'Wirethread n’a pas pu lever l’exclusion temporaire de {member}, comme décidé dans le dossier {number} : {reason}. {remedy}',
    permission:
      'Donnez-lui « Exclure temporairement des membres » et un rôle supérieur au leur, ou faites-le à la main. Un nouvel essai a lieu chaque heure.',
    byHand: 'Faites-le à la main, ou annulez la décision : `/flags show case:{number}`.',
  },
  personasRefused: {
    'give-permission':
      'Les commentaires des fils de {channel} sont publiés au nom de Wirethread, pas sous le nom de leurs auteurs : il ne peut pas utiliser de webhooks. Donnez-y à Wirethread « Gérer les webhooks » : les prochains commentaires auront de nouveau leurs noms. Ou désactivez l’option `personas` de `/feed edit`.',
    'delete-webhooks':
      'Les commentaires des fils de {channel} sont publiés au nom de Wirethread, pas sous le nom de leurs auteurs : le salon a déjà le maximum de webhooks. Supprimez-en un dans ses paramètres, sous « Intégrations ». Ou désactivez l’option `personas` de `/feed edit`.',
  },
  failingForDay:
    'Le flux {address} n’a pas pu être lu pendant un jour. {reason} D’autres essais suivent, moins souvent. `/feed show` montre son état, `/feed test` sa réponse, `/feed remove` le retire.',
  failing: {
    one: 'Le flux {address} n’a pas pu être lu une fois. {reason} D’autres essais suivent, moins souvent. `/feed show` montre son état, `/feed test` sa réponse, `/feed remove` le retire.',
    other:
      'Le flux {address} n’a pas pu être lu {count} fois de suite. {reason} D’autres essais suivent, moins souvent. `/feed show` montre son état, `/feed test` sa réponse, `/feed remove` le retire.',
  },
  paused:
    'Le flux {address} est en pause : il n’a pas pu être lu {number} fois de suite en {duration}. {reason} Quand son serveur ou son adresse fonctionne de nouveau, relancez-le avec `/feed retry`. Ou retirez-le avec `/feed remove`.',
  pausedRefused:
    'Le flux {address} est en pause : il n’a pas pu être lu {number} fois de suite en {duration}. {reason} Demandez à l’éditeur d’admettre ce bot, ou ajoutez-le de nouveau avec le nom d’utilisateur et le mot de passe requis. Relancez-le ensuite avec `/feed retry`. Ou retirez-le avec `/feed remove`.',
  gone: 'Le flux {address} a disparu pour toujours (410), selon son serveur. Il n’est plus lu. Trouvez sa nouvelle adresse, ajoutez-la avec `/feed add`, et retirez celui-ci avec `/feed remove`. S’il revient, relancez-le avec `/feed retry`.',
  flooding: {
    one: 'Le flux {address} a eu {count} nouvel article en {duration}. Son serveur donne sans doute à chaque article un nouvel identifiant à chaque lecture. Wirethread ne garde que le plus récent ({count}) d’un flux ; un article ancien qui revient peut être publié de nouveau. `/feed test` montre ce que contient le flux. Demandez à l’éditeur des identifiants stables, lisez-le moins souvent (`/feed edit`, option `poll-every`) ou retirez-le avec `/feed remove`.',
    other:
      'Le flux {address} a eu {count} nouveaux articles en {duration}. Son serveur donne sans doute à chaque article un nouvel identifiant à chaque lecture. Wirethread ne garde que les {count} plus récents d’un flux ; un article ancien qui revient peut être publié de nouveau. `/feed test` montre ce que contient le flux. Demandez à l’éditeur des identifiants stables, lisez-le moins souvent (`/feed edit`, option `poll-every`) ou retirez-le avec `/feed remove`.',
  },
  discussionRefused: {
    channel:
      'Wirethread n’a pas pu mettre à jour la discussion d’un article dans {channel} : {reason}. Donnez-y à Wirethread « Créer des fils publics », « Envoyer des messages dans les fils » et « Gérer les fils ».',
    'thread-cap':
      'Wirethread n’a pas pu mettre à jour la discussion d’un article dans {channel} : {reason}. Le serveur a trop de fils actifs : archivez-en quelques-uns.',
  },
  vanished:
    'Beaucoup de commentaires de {thread} ont disparu d’un coup de leur site. Ils restent ici jusqu’à ce que le site réponde comme avant. Vérifiez si le site les a supprimés ou s’il est en panne.',
  vanishedUnnamed:
    'Beaucoup de commentaires d’une discussion ont disparu d’un coup de leur site. Ils restent ici jusqu’à ce que le site réponde comme avant. Vérifiez si le site les a supprimés ou s’il est en panne.',
  slowMode: {
    messages: {
      one: '{count} message est arrivé dans {thread} en une minute ; chaque membre y attend donc {every} entre deux messages, jusqu’à {time}. Mettez-y fin avec `/discussion slow-mode every:Off` dans le fil ; la règle est dans `/rules list`.',
      other:
        '{count} messages sont arrivés dans {thread} en une minute ; chaque membre y attend donc {every} entre deux messages, jusqu’à {time}. Mettez-y fin avec `/discussion slow-mode every:Off` dans le fil ; la règle est dans `/rules list`.',
    },
    reports: {
      one: '{count} signalement de messages de membres est arrivé dans {thread} en dix minutes ; chaque membre y attend donc {every} entre deux messages, jusqu’à {time}. Mettez-y fin avec `/discussion slow-mode every:Off` dans le fil ; la règle est dans `/rules list`.',
      other:
        '{count} signalements de messages de membres sont arrivés dans {thread} en dix minutes ; chaque membre y attend donc {every} entre deux messages, jusqu’à {time}. Mettez-y fin avec `/discussion slow-mode every:Off` dans le fil ; la règle est dans `/rules list`.',
    },
  },
  slowModeRefused: {
    begin:
      'Wirethread n’a pas pu régler le mode lent dans {thread}. Donnez-lui « Gérer les fils » dans le salon du fil, puis réglez-le avec `/discussion slow-mode`.',
    end: 'Wirethread n’a pas pu mettre fin au mode lent dans {thread} : il ne peut plus le changer. Mettez-y fin dans les paramètres du fil, et donnez à Wirethread « Gérer les fils » dans son salon.',
  },
};
