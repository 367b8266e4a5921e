import type { Translation } from '../compile.ts';
import type { stories as english } from '../en/stories.ts';

export const stories: Translation<typeof english> = {
  story: {
    read: 'Lire l’article',
    discuss: 'Réagir',
    comments: 'Commentaires sur le site',
    untitled: 'Article sans titre',
    published: 'Publié : {time}',
    corrected: 'Corrigé : {time}',
    withdrawn: 'Article retiré : ~~{headline}~~',
    withdrawnAt: 'Article retiré par la rédaction : {time}',
    photo: 'Photo : {source}',
    topics: 'Thèmes : {topics}',
  },
  credits: {
    byline: 'Par {names}',
    reporting: 'Reportage : {names}',
    additionalReporting: 'Avec la contribution de : {names}',
    writing: 'Rédaction : {names}',
    compiling: 'Synthèse : {names}',
    editing: 'Édition : {names}',
    photography: 'Photos : {names}',
    translation: 'Traduction : {names}',
    research: 'Recherche : {names}',
    video: 'Vidéo : {names}',
    graphics: 'Infographie : {names}',
    illustration: 'Illustration : {names}',
  },
  comment: {
    report: 'Signaler un abus',
    view: 'Voir sur le site',
    anonymous: 'Anonyme',
    noText: '(sans texte)',
    continues: 'La suite du commentaire se lit sur le site.',
    edited: 'modifié {time}',
    deleted: 'Ce commentaire a été supprimé sur le site.',
    underReview: 'Ce commentaire est masqué pendant que les modérateurs l’examinent.',
    removed: 'Ce commentaire a été supprimé par les modérateurs.',
    muted: 'Ce commentaire n’est pas affiché : les modérateurs ont masqué son auteur.',
    inReplyTo: 'En réponse à {name}',
    inReplyToHidden: 'En réponse à un commentaire qui n’est plus affiché',
    from: 'Commentaires de {site}',
    earlier: {
      one: '{count} commentaire précédent sur le site',
      other: '{count} commentaires précédents sur le site',
    },
  },
  discussion: {
    heading: 'Discussion : {headline}',
    mirrorNote:
      'Les commentaires du site d’origine apparaissent ici. Les réponses restent dans Discord.',
    policy: 'Règles des commentaires',
    openUntil: 'Commentaires ouverts jusqu’au : {time}',
    closedAt: 'Commentaires fermés depuis : {time}',
    closingSoon: 'Cette discussion se termine {relative} ({time}).',
    staysOpen: 'Cette discussion reste ouverte.',
    extended: 'Cette discussion reste ouverte plus longtemps. Nouvelle clôture : {time}.',
    closed:
      'Cette discussion est close. Les commentaires sont ouverts pendant une durée limitée après la publication.',
    closedByModerator: 'La modération a fermé cette discussion.',
    keptOpen: 'La modération laisse cette discussion ouverte.',
    keptOpenUntil: 'La modération laisse cette discussion ouverte jusqu’au : {time}.',
    moreComments: {
      one: '{count} autre commentaire sur le site',
      other: '{count} autres commentaires sur le site',
    },
  },
  digest: {
    untitled: 'Articles',
    heading: '{feed} : {stories}',
    stories: { one: '{count} article', other: '{count} articles' },
    more: { one: 'et {count} autre', other: 'et {count} autres' },
    skipped: {
      one: '{count} article plus ancien a été ignoré, car trop d’articles sont arrivés en même temps.',
      other:
        '{count} articles plus anciens ont été ignorés, car trop d’articles sont arrivés en même temps.',
    },
    onSite: 'Lire sur le site',
  },
};
