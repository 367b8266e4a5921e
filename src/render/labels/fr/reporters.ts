import type { Translation } from '../compile.ts';
import type { reporters as english } from '../en/reporters.ts';

export const reporters: Translation<typeof english> = {
  commands: {
    ban: 'Pour la modération : ne plus accepter les signalements d’un membre',
    unban: 'Pour la modération : accepter de nouveau les signalements d’un membre',
    banned: 'Pour la modération : les membres qui n’ont pas le droit de signaler',
    member: 'Le membre',
    reason: 'Pourquoi, pour les autres modérateurs',
  },
  banned:
    '{member} ne peut plus rien signaler dans ce serveur, et l’apprend en essayant. Pour revenir dessus : `/flags unban-reporter`.',
  bannedBefore: '{member} ne pouvait déjà plus signaler.',
  unbanned: '{member} peut de nouveau signaler.',
  notBanned: '{member} a le droit de signaler.',
  none: 'Tout le monde a le droit de signaler.',
  line: '{member} · par {moderator} {time}',
  moderators: 'On ne peut pas interdire à un modérateur de signaler. Retirez-lui d’abord son rôle.',
  bots: 'Les bots ne signalent rien.',
};
