import type { Translation } from '../compile.ts';
import type { slowMode as english } from '../en/slow-mode.ts';

export const slowMode: Translation<typeof english> = {
  commands: {
    discussion: 'Faire attendre chaque membre entre deux messages dans cette discussion',
    every: 'Combien de temps chaque membre attend entre deux messages',
    for: 'Pendant combien de temps, comme 15m ou 2h ; puis comme avant (sinon : sans fin)',
    rule: 'Ralentir une discussion quand les membres écrivent ou signalent énormément',
    messages: 'À partir de combien de messages de membres par minute (par défaut : 20)',
    reports: 'À partir de combien de signalements de messages de membres en dix minutes',
    ruleFor: 'Pendant combien de temps, comme 1h (par défaut : 15m)',
  },
  choices: { off: 'Désactivé' },
  set: 'Dans {thread}, chaque membre attend maintenant {every} entre deux messages. Qui a la permission de contourner le mode lent n’attend pas.',
  off: 'Le mode lent est désactivé dans {thread}.',
  thenOff: 'Il prend fin {time}.',
  thenBack: 'Cela prend fin {time} ; ensuite, c’est de nouveau {every}, comme avant.',
  status: 'Mode lent : {every} entre deux messages d’un membre, jusqu’à {time}.',
  refused: {
    noThread: 'Cette discussion n’a pas encore de fil : personne n’y écrit.',
    closed:
      'Cette discussion est fermée : personne n’y écrit. Rouvrez-la d’abord avec `/discussion reopen`.',
    permission:
      'Wirethread ne peut pas changer le mode lent dans {thread}. Donnez-lui « Gérer les fils » dans le salon du fil, puis utilisez la commande de nouveau.',
    tooLong:
      'C’est trop long : au plus 30d. Laissez `for` vide pour que cela dure jusqu’à ce que vous le changiez.',
  },
  ruleSet:
    'Désormais : {rule}. Le mode lent qu’une personne a réglé reste. La modération y met fin avec `/discussion slow-mode every:Off`.',
  ruleOff:
    'Désormais, aucune règle ne ralentit une discussion. Là où c’est déjà le cas, cela finit à son heure.',
  line: '{why} : mode lent de {every} dans cette discussion, pendant {duration}',
  causes: {
    messages: {
      one: '{count} message de membres en une minute',
      other: '{count} messages de membres en une minute',
    },
    reports: {
      one: '{count} signalement de messages de membres en dix minutes',
      other: '{count} signalements de messages de membres en dix minutes',
    },
  },
  either: '{first} ou {second}',
};
