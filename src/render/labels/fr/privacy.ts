import type { Translation } from '../compile.ts';
import type { privacy as english } from '../en/privacy.ts';

export const privacy: Translation<typeof english> = {
  commands: {
    privacy: 'Ce que Wirethread enregistre sur vous dans ce serveur, et comment le supprimer',
    show: 'Montrer ce qui est enregistré sur vous',
    delete: 'Supprimer ce qui peut l’être tout de suite',
    messages: 'Si Wirethread vous écrit en privé au sujet de vos signalements',
    on: 'False pour ne pas en recevoir ; `/flags mine` montre toujours la suite donnée',
  },
  nothing: 'Wirethread n’enregistre rien sur vous dans ce serveur.',
  intro: 'Dans ce serveur, Wirethread enregistre sur vous, par votre identifiant Discord :',
  reports: {
    one: '{count} signalement de votre part : dossier, motif et heure',
    other: '{count} signalements de votre part : dossiers, motifs et heures',
  },
  reportTexts: {
    one: 'ce que vous avez écrit dans {count} d’entre eux',
    other: 'ce que vous avez écrit dans {count} d’entre eux',
  },
  casesOn: {
    one: '{count} dossier sur un de vos messages : votre nom et la décision',
    other: '{count} dossiers sur vos messages : votre nom et les décisions',
  },
  caseTexts: {
    one: 'le texte de {count} de ces messages',
    other: 'les textes de {count} de ces messages',
  },
  appeals: {
    one: 'ce que vous avez écrit dans {count} contestation',
    other: 'ce que vous avez écrit dans {count} contestations',
  },
  deeds:
    'des lignes du journal d’audit sur ce que vous avez fait : qui, quand, quoi ; jamais un texte',
  feeds: {
    one: 'que vous avez ajouté {count} flux',
    other: 'que vous avez ajouté {count} flux',
  },
  noMessages: 'que vous ne voulez pas de messages privés sur vos signalements',
  banned: 'que la modération n’accepte plus vos signalements, depuis : {time}',
  limits:
    'Les textes sont supprimés {evidence} après une décision, les signalements {reports} après leur envoi. `/privacy delete` supprime tout de suite ce qui n’a pas à être gardé.',
  deleted: 'Supprimé :',
  nothingDeleted: 'Il n’y a rien qui puisse être supprimé tout de suite.',
  kept: 'Gardé pour l’instant :',
  deletedReportTexts: {
    one: 'ce que vous avez écrit dans {count} signalement',
    other: 'ce que vous avez écrit dans {count} signalements',
  },
  deletedCaseTexts: {
    one: 'le texte de {count} de vos messages, déjà décidé',
    other: 'les textes de {count} de vos messages, déjà décidés',
  },
  deletedAppeals: {
    one: 'ce que vous avez écrit dans {count} contestation',
    other: 'ce que vous avez écrit dans {count} contestations',
  },
  keptOpen: {
    one: 'ce qui touche à {count} dossier en attente d’une décision : relancez cette commande quand il sera clos',
    other:
      'ce qui touche à {count} dossiers en attente d’une décision : relancez cette commande quand ils seront clos',
  },
  keptReports: {
    one: 'que vous avez fait {count} signalement, sans son texte : la modération voit ainsi à quel point se fier au prochain. Il est supprimé {reports} après son envoi.',
    other:
      'que vous avez fait {count} signalements, sans leurs textes : la modération voit ainsi à quel point se fier aux prochains. Chacun est supprimé {reports} après son envoi.',
  },
  keptCases: {
    one: 'que {count} dossier portait sur un de vos messages, sans son texte : il compte s’il y en a un autre',
    other:
      'que {count} dossiers portaient sur vos messages, sans leurs textes : ils comptent s’il y en a un autre',
  },
  keptBan: 'que la modération n’accepte plus vos signalements',
  keptAudit: 'le journal d’audit, qui ne contient pas de textes',
  messagesOn: 'Wirethread vous écrit en privé quand un dossier que vous avez signalé est clos.',
  messagesOff:
    'Wirethread ne vous écrit plus en privé que sur les décisions concernant vos propres messages. `/flags mine` montre la suite donnée à vos signalements.',
};
