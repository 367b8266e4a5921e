import type { Translation } from '../compile.ts';
import type { feed as english } from '../en/feed.ts';

export const feed: Translation<typeof english> = {
  add: {
    added: '**{name}** est maintenant publié dans {channel} : {address}.',
    interval: 'Wirethread le lit {interval}.',
    firstNone: 'Son prochain nouvel article sera le premier publié.',
    firstOnly: 'Son seul article est publié maintenant.',
    firstAll: {
      one: 'Son article est publié maintenant.',
      other: 'Ses {count} articles sont publiés maintenant.',
    },
    firstOf: {
      one: 'Le plus récent de ses {total} articles est publié maintenant.',
      other: 'Les {count} plus récents de ses {total} articles sont publiés maintenant.',
    },
    notInThread:
      'Les commentaires ne sont pas repris, car un article dans un fil n’a pas son propre fil.',
    notMirrored: 'Les commentaires ne sont pas repris.',
    mirrored: 'Les commentaires sont repris si le site en propose.',
    neverCloses: 'Les discussions ne ferment jamais.',
    closes: 'Les discussions ferment {duration} après la publication.',
    choose: 'Ce site a {number} flux. Choisissez celui à publier dans {channel}.',
    placeholders: { choose: 'Choisir un flux' },
    choiceExpired: 'Ce choix a expiré. Utilisez de nouveau `/feed add`.',
    noChannel:
      'Choisissez où vont les articles : donnez à `channel` un salon textuel, d’annonces ou de forum, ou un fil.',
  },
  edit: {
    buttons: { save: 'Enregistrer', discard: 'Abandonner' },
    expired: 'Cet aperçu a expiré. Utilisez de nouveau `/feed edit`.',
    discarded: 'Abandonné. Rien n’est changé.',
    place: '{address} dans {channel}',
    moved:
      '{address} est déplacé de {from} vers {to}. Ses prochains articles y sont publiés. Les articles publiés et leurs discussions restent en place.',
    wouldMove:
      '{address} serait déplacé de {from} vers {to}. Rien n’est enregistré avant que vous n’appuyiez sur « Enregistrer ».',
    alsoChanged: 'Aussi changé : {options}.',
    nothing: '{feed} : vous n’avez rien donné à changer. Ses réglages :',
    changed: '{feed} : {options} changé. Cela vaut à partir du prochain article.',
    wouldChange:
      '{feed} : cela changerait {options}. Rien n’est enregistré avant que vous n’appuyiez sur « Enregistrer ».',
    silentRoles:
      'Une mention de {roles} n’avertit personne. Autorisez tout le monde à mentionner le rôle dans ses réglages, ou donnez à Wirethread la permission de mentionner tous les rôles.',
    persona: 'Un commentaire apparaît comme « {name} », publié par un webhook du salon.',
    personaLacks:
      'Il manque à Wirethread la permission « Gérer les webhooks » dans {channel}. Donnez-la-lui : d’ici là, les commentaires sont publiés en son nom.',
    passing: {
      one: '{count} de ses {total} derniers articles passe les filtres.',
      other: '{count} de ses {total} derniers articles passent les filtres.',
    },
    nonePasses: 'Aucun de ses {total} derniers articles ne passe les filtres.',
    onlyPasses: 'Son seul article passe les filtres.',
    onlyFails: 'Son seul article ne passe pas les filtres.',
    filteredOut: 'Le dernier article, « {headline} », est filtré : {reason}.',
    noInclude: 'il ne correspond à aucun des filtres `include`',
    matched: {
      words: 'son titre ou son résumé contient « {entry} »',
      topics: 'ses thèmes comprennent « {entry} »',
      authors: 'ses auteurs comprennent « {entry} »',
    },
    inDigest:
      'Dans le récapitulatif, chaque article est plus court. Un article seul dans son message donnerait :',
    noStory: 'Ce flux n’a pas encore d’article, il n’y a donc pas d’aperçu.',
    postUntagged: 'Une publication de forum sans tag :',
    postTagged: 'Une publication de forum avec {tags} :',
    noMirrorInThread:
      'Les commentaires ne peuvent pas être repris dans un fil, car un article n’y a pas son propre fil. Ajoutez plutôt le flux à un salon textuel, d’annonces ou de forum.',
    warningTooLong:
      '`closing-warning` doit être plus court que la durée de la discussion. Écrivez moins, par exemple 1h ou 30 minutes, ou none.',
  },
  values: {
    quietHours:
      'écrivez deux heures, et un fuseau horaire si ce n’est pas UTC (22-7, 22:00-07:00 Europe/Paris), ou none',
    digest:
      'écrivez hourly, daily avec une heure, et un fuseau horaire si ce n’est pas UTC (daily 8am Europe/Paris), ou off',
    list: 'écrivez au plus 50 entrées de 100 caractères au plus, séparées par des virgules (ferry, mairie), ou none',
    backlog: 'écrivez un nombre de {least} à {most}, ou all',
    noRole: 'ce serveur n’a pas ce rôle ; écrivez des rôles qui existent (@News, @Sport), ou none',
    tooManyRoles: 'cela fait {number} rôles, mais {most} au plus peuvent être mentionnés',
    notForum: 'le salon du flux n’est pas un forum, ses articles n’ont donc pas de tags',
    noTag: 'le forum n’a pas ce tag ; ses tags sont {tags}',
    noTags: 'le forum n’a pas de tags',
  },
  list: {
    none: 'Ce serveur n’a pas encore de flux. Ajoutez-en un avec `/feed add url:https://…`.',
    paused: 'en pause : {error}',
    failing: 'en échec : {error}',
    lastRead: 'lu {time}',
    notRead: 'pas encore lu',
    declared: 'du fichier de configuration',
    remedy: '`/feed show` montre un flux, `/feed export` les liste tous.',
  },
  show: {
    notRead: 'Pas encore lu.',
    stored: { one: '{count} article enregistré.', other: '{count} articles enregistrés.' },
    posted: {
      one: '{posted} commentaire sur {count} publié dans {thread}.',
      other: '{posted} commentaires sur {count} publiés dans {thread}.',
    },
    moreBacklogs: {
      one: 'Les commentaires de {count} autre article sont en cours de publication.',
      other: 'Les commentaires de {count} autres articles sont en cours de publication.',
    },
    withAccess: 'lu avec ses identifiants',
    movedFrom: 'Déplacé depuis {address}.',
    lastChange: 'Dernier changement : {time}.',
    lastRead: 'Dernière lecture : {time}.',
    noAnswer: 'Dernière lecture : {time}, pas de réponse après {seconds} s.',
    unchanged: 'Dernière lecture : {time}, inchangé (304) après {seconds} s.',
    answered: 'Dernière lecture : {time}, réponse {status} après {seconds} s.',
    answeredSize: 'Dernière lecture : {time}, réponse {status} après {seconds} s, {size}.',
    rateLimited: 'Limité par le serveur : {error}',
    rateLimitedSince: 'Limité par le serveur, depuis {time} : {error}',
    failed: {
      one: 'Échec une fois : {error}',
      other: 'Échec {count} fois de suite : {error}',
    },
    failedSince: {
      one: 'Échec une fois, {time} : {error}',
      other: 'Échec {count} fois de suite, d’abord {time} : {error}',
    },
    pausedBecause: {
      gone: '**En pause** : son serveur dit qu’il a été supprimé pour toujours. `/feed retry` le relance.',
      refused:
        '**En pause** : son serveur ne laisse pas Wirethread le lire. `/feed retry` le relance.',
      failing: '**En pause** : il est en échec depuis trop longtemps. `/feed retry` le relance.',
    },
    now: 'maintenant',
    next: 'Prochaine lecture : {time}.',
    nextThen: 'Prochaine lecture : {time}, puis {interval} ({reason}).',
    nextAsked: 'Prochaine lecture : {time}, {reason}.',
    pace: {
      interval: 'comme réglé ici',
      ttl: 'comme l’éditeur le demande par ttl',
      cache: 'comme l’éditeur le demande par les en-têtes de cache',
      'retry-after': 'comme le serveur le demande par Retry-After',
      backoff: 'moins souvent à cause des erreurs',
    },
    inChannel: '**Dans {channel}**',
    inChannelDeclared: '**Dans {channel}** (du fichier de configuration)',
  },
  reading: 'Wirethread lit {address} maintenant. `/feed show` montre le résultat.',
  place: '{address} dans {channel}',
  removeQuestion:
    'Retirer {feed} ? Ses réglages sont supprimés et ses discussions ouvertes fermées. Ses articles publiés restent. Pour le publier dans un autre salon, utilisez `/feed edit`, option `channel`.',
  buttons: { remove: 'Retirer', keep: 'Garder' },
  removed:
    '{address} n’est plus publié dans {channel}. Ses articles publiés restent. Ses discussions ouvertes sont fermées.',
  stays: '{feed} reste. Rien n’a changé.',
  empty:
    '**{title}** est un flux sans article. Vous pouvez l’ajouter maintenant : son premier article sera publié dès qu’il paraît.',
  canBeRead: {
    one: '**{title}** est lisible : {count} article.',
    other: '**{title}** est lisible : {count} articles.',
  },
  leftOut: {
    one: '{count} entrée au-delà de ce que lit Wirethread a été ignorée.',
    other: '{count} entrées au-delà de ce que lit Wirethread ont été ignorées.',
  },
  wouldBePosted:
    'Son dernier article serait publié ainsi (avec plus de crédits tirés de la page de l’article) :',
  files: {
    nothingToExport: 'Ce serveur n’a pas de flux à exporter.',
    exported: {
      one: '{count} flux, un dossier par salon. L’adresse est complète et peut contenir une clé secrète : partagez le fichier avec prudence.',
      other:
        '{count} flux, un dossier par salon. Les adresses sont complètes et peuvent contenir des clés secrètes : partagez le fichier avec prudence.',
    },
    withoutSecrets: {
      one: 'Noms d’utilisateur, mots de passe et cookies n’y sont pas : après un import, {count} flux en aura de nouveau besoin.',
      other:
        'Noms d’utilisateur, mots de passe et cookies n’y sont pas : après un import, {count} flux en auront de nouveau besoin.',
    },
    nothingListed: 'Ce fichier ne liste aucun flux. Chaque flux doit y avoir un `xmlUrl`.',
    added: {
      one: '{count} flux ajouté à {channel}.',
      other: '{count} flux ajoutés à {channel}.',
    },
    groups: {
      added: 'Ajouté',
      known: 'Déjà présent',
      refused: 'Pas une adresse web',
      left: 'Restant',
    },
    importAgain: 'Importez de nouveau le même fichier pour ajouter les flux restants.',
    firstNone: 'Leurs prochains nouveaux articles seront les premiers publiés.',
    first: {
      one: 'Le dernier article de chacun est publié quand Wirethread lit le flux.',
      other: 'Les {count} derniers articles de chacun sont publiés quand Wirethread lit le flux.',
    },
    allRead: 'Tous ont été lus.',
    readSoFar: {
      one: '{read} flux sur {count} lu jusqu’ici.',
      other: '{read} flux sur {count} lus jusqu’ici.',
    },
    unread: {
      one: '{count} n’a pas pu être lu : `/feed list` montre lequel, `/feed show` pourquoi.',
      other: '{count} n’ont pas pu être lus : `/feed list` montre lesquels, `/feed show` pourquoi.',
    },
  },
  trial: {
    read: {
      one: 'Commentaires de son dernier article : {count} lu ({source}).',
      other: 'Commentaires de son dernier article : {count} lus ({source}).',
    },
    readPart: {
      one: 'Commentaires de son dernier article : {count} sur {total} lu ({source}) ; la source n’en donne pas plus.',
      other:
        'Commentaires de son dernier article : {count} sur {total} lus ({source}) ; la source n’en donne pas plus.',
    },
    isClosed: 'La discussion est fermée.',
    othersOnSite: 'Les autres restent sur le site.',
    othersAt: 'Les autres restent sur le site : {address}.',
    first: 'Le premier est de **{author}** : {text}',
    unread:
      'Son dernier article semble avoir des commentaires, mais ils ne peuvent pas être lus : {reason}',
    unreadCount: {
      one: 'Son dernier article semble avoir {count} commentaire, mais il ne peut pas être lu : {reason}',
      other:
        'Son dernier article semble avoir {count} commentaires, mais ils ne peuvent pas être lus : {reason}',
    },
    giveSelectors:
      'Donnez les sélecteurs CSS de sa page avec `comment-selectors` de `/feed edit`, ou désactivez-y la reprise.',
    theyAreAt: 'Ils sont à {address}.',
    elsewhere:
      'Les commentaires du site passent par {system}, {reason} ; ils ne sont donc pas repris.',
    elsewhereCount: {
      one: 'Les commentaires du site passent par {system} ({count} commentaire), {reason} ; ils ne sont donc pas repris.',
      other:
        'Les commentaires du site passent par {system} ({count} commentaires), {reason} ; ils ne sont donc pas repris.',
    },
    discussHere:
      'On peut débattre dans Discord : réglez `open-thread` de `/feed edit` sur « {choice} ». L’éditeur pourrait proposer un flux de commentaires (`wfw:commentRss`).',
    reasons: {
      needsKey:
        'que Wirethread ne lit qu’avec une clé : la personne qui gère le bot définit {setting}',
      unreadable: 'que Wirethread ne sait pas lire',
    },
    ownSystem: 'un système propre au site',
    none: 'Aucun commentaire trouvé pour son dernier article.',
    notMirrored: 'Les commentaires ne sont pas repris : {reason}',
  },
  refused: {
    notHere: 'Ce flux n’est pas, ou plus, dans ce serveur. `/feed list` montre ceux qui y sont.',
    unknown:
      'Ce serveur n’a pas de flux « {typed} ». Choisissez-en un dans la liste de la commande, ou consultez `/feed list`.',
    severalFit:
      '{number} flux correspondent. Choisissez dans la liste de la commande, ou écrivez le salon après (… in #news) :',
    declaredEdit:
      'Ce flux est déclaré dans le fichier de configuration : changez-y ses réglages et redémarrez Wirethread.',
    declaredRemove:
      'Ce flux est déclaré dans le fichier de configuration : retirez-le là et redémarrez Wirethread.',
    alreadyThere:
      '{channel} a déjà ce flux. Retirez-le avec `/feed remove`, ou ajoutez-le à un autre salon.',
    alreadyInOther:
      '{channel} a déjà ce flux. Choisissez un autre salon, ou retirez l’un des deux avec `/feed remove`.',
    notAnAddress:
      '« {typed} » n’est pas l’adresse d’un flux. Donnez-en une qui commence par `https://`, comme `https://example.org/feed.xml`, ou celle du site, comme `example.org`. Aussi possible : `r/name` de Reddit, `@name@server` de Mastodon, `@name.bsky.social` de Bluesky.',
    addressTooLong:
      'Cette adresse dépasse {number} caractères, c’est trop long pour un flux. Donnez-en une plus courte.',
    noFeedFound:
      '{address} est une page web, et aucun flux de son site n’a été trouvé. Essayé : {tried}. Cherchez « RSS » ou « Feed » sur la page et donnez cette adresse.',
    lacksPermissions:
      'Il manque à Wirethread dans {channel} : {permissions}. Donnez-y ces permissions à son rôle, puis utilisez de nouveau `{command}`.',
    noStoriesThere:
      'Les articles ne peuvent pas être publiés dans {channel} : choisissez un salon textuel, d’annonces ou de forum, ou un fil.',
    isDiscussion:
      '{channel} est la discussion d’un article : d’autres articles seraient publiés parmi ses commentaires. Choisissez un autre fil ou un salon.',
  },
};
