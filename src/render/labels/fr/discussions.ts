import type { Translation } from '../compile.ts';
import type { discussions as english } from '../en/discussions.ts';

export const discussions: Translation<typeof english> = {
  states: {
    waiting: 'attend son premier commentaire',
    open: 'est ouverte',
    'closing-soon': 'est ouverte, mais ferme bientôt',
    closing: 'se ferme, les derniers commentaires sont en cours de publication',
    closed: 'est fermée',
    detached: 'est terminée, car son fil a été supprimé',
    expired: 'est terminée, et ses commentaires ne sont plus gardés',
  },
  stateIs: 'Cette discussion {state}.',
  stateIn: 'Cette discussion {state} ({thread}).',
  closed:
    'La discussion est fermée. Elle n’avait pas encore de commentaires, elle n’a donc pas de fil.',
  closing:
    'La discussion se ferme. Wirethread publie les derniers commentaires, puis verrouille le fil.',
  reopened: 'La discussion est rouverte, jusqu’à ce que vous utilisiez `/discussion close`.',
  reopenedUntil: 'La discussion est rouverte, jusqu’au : {time}.',
  neverByFeed:
    'D’après la règle de son flux, elle ne fermerait jamais. Pour la garder ouverte, utilisez `/discussion close`, puis `/discussion reopen` sans `for`.',
  laterByFeed:
    'D’après la règle de son flux, elle fermerait plus tard : {time}. Pour garder cette heure, utilisez `/discussion extend by:{duration}`.',
  extended: 'La discussion reste ouverte jusqu’au : {time}.',
  closesAt: 'Fermeture : {time}.',
  noClosingTime: 'Aucune fermeture n’est prévue.',
  lastError: 'Dernière erreur : {error}',
  comments: {
    posted: {
      one: '{posted} sur {count} commentaire publié',
      other: '{posted} sur {count} commentaires publiés',
    },
    mirrored: { one: '{count} commentaire repris', other: '{count} commentaires repris' },
    mirroredOf: {
      one: '{mirrored} sur {count} commentaire du site repris',
      other: '{mirrored} sur {count} commentaires du site repris',
    },
    leftOut: {
      one: '{mirrored} : {count} plus ancien est laissé de côté, d’après le réglage `backlog` de `/feed edit`',
      other:
        '{mirrored} : {count} plus anciens sont laissés de côté, d’après le réglage `backlog` de `/feed edit`',
    },
    noMore: '{mirrored} : la source n’en donne pas plus',
    waiting: {
      one: '{comments}, {count} message à envoyer.',
      other: '{comments}, {count} messages à envoyer.',
    },
    allSent: '{comments}.',
    tooMany:
      'Le site a énormément de commentaires : Wirethread lit à chaque fois les {read} plus récents, n’en supprime ici aucun autre et en reproduit {stored} au plus.',
  },
  source: {
    none: 'Cet article n’a pas de source de commentaires.',
    elsewhere: 'Ses commentaires sont affichés avec {system}, {reason}.',
    elsewhereAt: 'Ses commentaires sont affichés avec {system}, {reason} : {address}.',
    is: 'Source des commentaires : {source}.',
    foundBy: 'Source des commentaires : {source} (indice : {clue}).',
    notRead: 'Pas encore lue.',
    read: 'Dernière lecture : {time}.',
    next: 'Prochaine lecture : {time}.',
    inPlaceOf:
      'Elle remplace cette source, en panne : {failing}. {reason} Prochain essai ({failing}) : {time}.',
  },
  choice: {
    noStory:
      'Aucun article avec une discussion n’a « {words} » dans son titre. Tapez-en d’autres mots, ou choisissez dans la liste.',
    severalStories: 'Plusieurs articles ont ces mots. Tapez plus de mots du titre de l’un d’eux :',
    line: '{headline} dans {channel}',
    more: { one: '… et {count} autre.', other: '… et {count} autres.' },
  },
  refusals: {
    none: 'Il n’y a pas de discussion ici. Utilisez la commande dans le fil d’une discussion, ou choisissez un article avec l’option `story`.',
    detached:
      'Cette discussion est terminée, car son fil a été supprimé. Ses commentaires ne sont plus repris ; l’article reste.',
    expired:
      'Cette discussion est finie depuis longtemps, Wirethread a donc effacé les commentaires gardés. Elle ne peut pas être rouverte. Le fil et ses messages restent dans Discord.',
    noClosingTime: 'Cette discussion n’a pas de fermeture prévue, inutile donc de la prolonger.',
    ended: 'Cette discussion {state}. `/discussion reopen` la rouvre.',
    open: 'Il n’y a rien à rouvrir : cette discussion {state}.',
  },
};
