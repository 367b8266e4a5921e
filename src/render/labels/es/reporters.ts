import type { Translation } from '../compile.ts';
import type { reporters as english } from '../en/reporters.ts';

export const reporters: Translation<typeof english> = {
  commands: {
    ban: 'Para la moderación: no aceptar más denuncias de un miembro',
    unban: 'Para la moderación: aceptar de nuevo denuncias de un miembro',
    banned: 'Para la moderación: los miembros que no pueden denunciar',
    member: 'El miembro',
    reason: 'Por qué, para los demás moderadores',
  },
  banned:
    '{member} ya no puede denunciar en este servidor, y se le dice cuando lo intenta. Deshazlo con `/flags unban-reporter`.',
  bannedBefore: '{member} ya no podía denunciar.',
  unbanned: '{member} puede denunciar de nuevo.',
  notBanned: '{member} no tiene prohibido denunciar.',
  none: 'Nadie tiene prohibido denunciar.',
  line: '{member} · por {moderator} {time}',
  moderators: 'No se puede prohibir denunciar a un moderador. Quítale antes su rol.',
  bots: 'Los bots no denuncian.',
};
