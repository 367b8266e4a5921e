import type { Translation } from '../compile.ts';
import type { caseNotes as english } from '../en/case-notes.ts';

export const caseNotes: Translation<typeof english> = {
  ping: '{role} Le dossier {number} est urgent : {card}',
  pingMore: {
    one: '{count} autre dossier urgent attend : `/flags queue`',
    other: '{count} autres dossiers urgents attendent : `/flags queue`',
  },
  reporter: '{member} ({upheld} signalements fondés sur {count}, compte pour {weight} %)',
  fullReporter: '{member} ({upheld} signalements fondés sur {count})',
  rule: 'Signalé par une règle du serveur : {rules}',
  law: 'Un lecteur nomme la loi, de bonne foi : « {text} »',
  appeal:
    'L’auteur conteste {time} la décision de {moderator}, qui ne peut pas en décider : « {text} »',
  appealExpired: 'L’auteur a contesté {time} la décision de {moderator}.',
  notified: 'L’auteur a appris la décision par message privé.',
  notNotified:
    'L’auteur n’a pas pu apprendre la décision : Discord ne lui remet pas de message privé de Wirethread.',
  approved:
    'La modération n’avait rien trouvé à redire à ce texte : il faut plus de signalements pour le masquer.',
};
