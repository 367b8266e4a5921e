import type { Translation } from '../compile.ts';
import type { commands as english } from '../en/commands.ts';

export const commands: Translation<typeof english> = {
  feed: {
    description: 'Gérer les flux de ce serveur',
    add: {
      description: 'Publier les articles d’un flux dans un salon',
      url: 'Son adresse, ou celle d’un site, d’une chaîne ou d’un profil : https://…, r/name, @name@server',
      channel: 'Où publier ses articles (par défaut : ce salon)',
      pollEvery: 'À quel rythme le lire : 5m, 1h, 2 hours … (par défaut : 10m)',
      firstRun: 'Combien de ses derniers articles publier maintenant (par défaut : 3)',
      commentPeriod:
        'Durée d’une discussion : 3 days, 2w … never : elle ne ferme jamais (par défaut : 7d)',
      comments: 'Reprendre les commentaires de ses articles (par défaut : oui)',
      mention: 'Rôle à mentionner avec chaque article',
    },
    edit: {
      description: 'Changer la publication d’un flux, avec aperçu',
      feed: 'Le flux à changer',
      preview: 'Voir d’abord le résultat, puis l’enregistrer ou l’abandonner (par défaut : non)',
      channel: 'Autre salon pour ses prochains articles ; ceux déjà publiés restent en place',
      includeWords: 'Seulement les articles avec un de ces mots : ferry, mairie, port* … ou none',
      excludeWords: 'Ignorer les articles avec un de ces mots : horoscope, sponsor* … ou none',
      includeTopics:
        'Seulement les articles sur un de ces thèmes, séparés par des virgules ; ou none',
      excludeTopics:
        'Ignorer les articles sur un de ces thèmes, séparés par des virgules ; ou none',
      includeAuthors:
        'Seulement les articles de ces personnes, séparées par des virgules ; ou none',
      excludeAuthors: 'Ignorer les articles de ces personnes, séparées par des virgules ; ou none',
      mentionRoles: 'Rôles à mentionner, 5 au plus : @News @Sport … ou none',
      contentLine: 'Texte au-dessus de chaque article : {template} … ou none',
      quietHours: 'Quand les articles attendent : 22-7, 22:00-07:00 Europe/Paris … ou none',
      digest:
        'Un message pour plusieurs articles : hourly, daily 8am, daily 08:00 Europe/Paris … ou off',
      language: 'Langue des libellés et des boutons de ses messages',
      catchUp: 'Nombre maximal d’articles publiés à la fois, de 1 à 100',
      forumTag: 'Tag des articles dont aucun thème n’est un tag du forum ; ou none',
      pollEvery: 'À quel rythme le lire : 5m, 1h, 2 hours …',
      comments: 'Reprendre les commentaires de ses articles',
      personas:
        'Les nouveaux commentaires ont le nom et l’image de leur auteur (exige « Gérer les webhooks »)',
      commentSelectors: 'CSS des commentaires : comment: .post; author: .who; text: p … ou none',
      backlog: 'Combien de commentaires d’une longue discussion, les derniers : 100, 1000 … ou all',
      commentPeriod: 'Durée d’une discussion : 3 days, 2w … never : elle ne ferme jamais',
      closingWarning: 'Combien de temps avant la fermeture l’annoncer : 1h, 30 min … ou none',
      openThread: 'Quand ouvrir le fil d’un article',
      choices: {
        firstComment: 'avec son premier commentaire',
        atOnce: 'en même temps que l’article',
      },
    },
    list: { description: 'Lister les flux de ce serveur' },
    show: {
      description: 'Montrer un flux : réglages, dernière réponse, prochaine lecture, erreurs',
      feed: 'Le flux à montrer',
    },
    retry: {
      description: 'Lire un flux maintenant, même s’il est en pause',
      feed: 'Le flux à lire',
    },
    remove: {
      description: 'Ne plus publier un flux et fermer ses discussions',
      feed: 'Le flux à retirer',
    },
    test: {
      description: 'Lire un flux et montrer son dernier article, à vous seul',
      url: 'Adresse d’un flux, ou un des flux de ce serveur',
    },
    import: {
      description: 'Ajouter les flux d’un fichier OPML à un salon',
      file: 'Fichier OPML exporté par un lecteur de flux',
      channel: 'Où publier leurs articles (par défaut : ce salon)',
      firstRun: 'Combien des derniers articles de chaque flux publier maintenant (par défaut : 0)',
    },
    export: { description: 'Télécharger les flux de ce serveur en fichier OPML' },
  },
  settings: {
    description: 'Voir et changer le fonctionnement de Wirethread dans ce serveur',
    show: { description: 'Montrer les réglages actuels' },
    set: {
      description: 'Changer des réglages. Ce que vous omettez reste tel quel.',
      moderatorsChannel: 'Salon des messages signalés et des alertes',
      moderatorRole: 'Rôle qui décide des messages signalés',
      seniorRole: 'Rôle qui décide des dossiers transmis',
      alertRole: 'Rôle à notifier quand un dossier est urgent ou transmis (par défaut : aucun)',
      alertEvery: 'Au plus une notification en ce nombre de minutes (par défaut : 15)',
      transparencyChannel: 'Salon d’un bilan mensuel de tous les dossiers, sans noms',
      timeZone: 'Fuseau horaire du bilan mensuel, par exemple Europe/Paris (par défaut : UTC)',
      language: 'Langue des fiches, alertes et avis. Un flux a la sienne.',
      hideAfter: 'Combien de signalements masquent un commentaire ; 0 : jamais (par défaut : 3)',
      reportsPerHour: 'Combien de messages un membre peut signaler par heure (par défaut : 10)',
      evidenceDays:
        'Après combien de jours le texte d’un dossier clos est supprimé (par défaut : 30)',
    },
    clear: {
      description: 'Remettre un réglage à sa valeur par défaut',
      setting: 'Le réglage à remettre',
    },
  },
  discussion: {
    description: 'Voir, fermer, rouvrir ou prolonger la discussion d’un article',
    story: 'L’article. À omettre dans son propre fil.',
    status: { description: 'Montrer l’état d’une discussion et quand elle ferme' },
    close: { description: 'Fermer une discussion maintenant et verrouiller son fil' },
    reopen: {
      description: 'Rouvrir une discussion fermée',
      for: 'Combien de temps elle reste ouverte : 12h, 3d … (par défaut : sans limite)',
    },
    extend: {
      description: 'Garder une discussion ouverte plus longtemps',
      by: 'Combien de temps de plus : 12h, 3d …',
    },
  },
  help: { description: 'Montrer ce que fait Wirethread et les commandes que vous pouvez utiliser' },
};
