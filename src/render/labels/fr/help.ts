import type { Translation } from '../compile.ts';
import type { help as englishHelp, steps as englishSteps } from '../en/help.ts';

export const help: Translation<typeof englishHelp> = {
  readers: {
    about: '**Wirethread** apporte l’actualité et son débat dans ce serveur.',
    stories:
      'Chaque article indique ses auteurs et renvoie à sa source. Les commentaires de l’article apparaissent dans son fil. Ce que vous écrivez ici reste dans Discord.',
    report:
      '- *Signaler un abus* sous un commentaire le signale à la modération. Personne ne voit qui l’a signalé.',
    flag: '- `/flag` signale tout message par son lien, même dans une discussion fermée.',
    flagCommand: '- clic droit sur un message → Applications → **Flag message** : le signaler',
    flags:
      '- `/flags mine` montre la suite donnée à vos signalements ; `/flags appeal` conteste une décision.',
    privacy: '- `/privacy show | delete | messages` : ce qui est enregistré sur vous',
  },
  moderators: {
    heading: 'Pour la modération',
    flagMessage:
      '- clic droit sur un message → Applications → **Flag message** : ouvrir un dossier',
    flags:
      '- `/flags queue | next | show | stats` : les dossiers qui attendent une décision. Décidez avec les boutons de leur fiche.',
    audit:
      '- `/audit list | summary | export` : qui a fait quoi et quand ; en fichier pour les modérateurs principaux',
    discussion:
      '- `/discussion status | close | reopen | extend | slow-mode` : de préférence dans le fil d’un article',
    mute: '- `/discussion mute | unmute | muted`, ou clic droit sur un commentaire → Applications → **Mute this author** : de qui ce serveur ne montre pas les commentaires',
    reporters:
      '- `/flags ban-reporter | unban-reporter | banned-reporters` : qui n’a pas le droit de signaler',
    rules:
      '- `/rules list | add-words | add-link | remove | try | first-comment | repeat-offender | slow-mode` : signaler ou masquer des commentaires avant tout le monde',
  },
  managers: {
    heading: 'Pour les gestionnaires du serveur',
    feed: '- `/feed add | list | show | retry | remove | test` : les flux et leur état',
    edit: '- `/feed edit` : filtres, rôles, texte au-dessus des articles, heures calmes, récapitulatif, langue, salon …, avec aperçu',
    health: '- `/health` : permissions, flux, salons et fils sont vérifiés',
    files: '- `/feed import | export` : beaucoup de flux d’un coup, en OPML',
    settings:
      '- `/settings show | set | clear` : salon et rôles de la modération, langue, limites des signalements',
  },
  toDo: '**À faire ensuite :**',
  welcome:
    'Bonjour ! **Wirethread** publie dans ce serveur l’actualité des flux et, dans un fil, les commentaires de chaque article. Pour commencer, un gestionnaire du serveur fait ceci :',
  later: 'Plus tard, `/help` montre toutes les commandes et ce qui reste à faire.',
};

export const steps: Translation<typeof englishSteps> = {
  addFeed:
    'Ajoutez un flux : `/feed add url:https://… channel:#…`. L’adresse du site d’un journal suffit : son flux est trouvé.',
  giveRole:
    'Donnez au rôle de Wirethread : {permissions}, dans Paramètres du serveur → Rôles, ou dans les salons où il publie.',
  chooseChannel:
    'Choisissez où vont les signalements et les alertes, un salon que seule la modération lit : `/settings set moderators-channel:#…`',
  moderatorsLack:
    'Signalements et alertes ne peuvent pas être publiés dans {channel} : donnez-y au rôle de Wirethread {permissions}, ou choisissez un autre salon : `/settings set moderators-channel:#…`',
  moderatorsTrouble:
    'Signalements et alertes ne peuvent pas être publiés dans {channel} : {reason} Choisissez un autre salon : `/settings set moderators-channel:#…`',
  channelLacks:
    'Les articles ne peuvent pas être publiés dans {channel} : donnez-y au rôle de Wirethread {permissions}, ou déplacez ses flux avec `/feed edit`, option `channel`.',
  paused: '<{address}> est en pause. Pour savoir pourquoi : `/feed show feed:{address}`',
};
