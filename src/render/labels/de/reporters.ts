import type { Translation } from '../compile.ts';
import type { reporters as english } from '../en/reporters.ts';

export const reporters: Translation<typeof english> = {
  commands: {
    ban: 'Für die Moderation: keine Meldungen eines Mitglieds mehr annehmen',
    unban: 'Für die Moderation: wieder Meldungen eines Mitglieds annehmen',
    banned: 'Für die Moderation: die Mitglieder, die nicht melden dürfen',
    member: 'Das Mitglied',
    reason: 'Warum, für die übrige Moderation',
  },
  banned:
    '{member} kann auf diesem Server nichts mehr melden und erfährt es beim Versuch. Zurücknehmen: `/flags unban-reporter`.',
  bannedBefore: '{member} konnte schon nicht mehr melden.',
  unbanned: '{member} kann wieder melden.',
  notBanned: '{member} ist nicht vom Melden ausgeschlossen.',
  none: 'Niemand ist vom Melden ausgeschlossen.',
  line: '{member} · von {moderator} {time}',
  moderators:
    'Wer zur Moderation gehört, kann nicht vom Melden ausgeschlossen werden. Nimm zuerst die Rolle weg.',
  bots: 'Bots melden nichts.',
};
