import type { Translation } from '../compile.ts';
import type { reporters as english } from '../en/reporters.ts';

export const reporters: Translation<typeof english> = {
  commands: {
    ban: 'Para a moderação: não aceitar mais denúncias de um membro',
    unban: 'Para a moderação: aceitar de novo denúncias de um membro',
    banned: 'Para a moderação: os membros que não podem denunciar',
    member: 'O membro',
    reason: 'Por quê, para o resto da moderação',
  },
  banned:
    '{member} não pode mais denunciar neste servidor e fica sabendo ao tentar. Desfaça com `/flags unban-reporter`.',
  bannedBefore: '{member} já não podia denunciar.',
  unbanned: '{member} pode denunciar de novo.',
  notBanned: '{member} não está proibido de denunciar.',
  none: 'Ninguém está proibido de denunciar.',
  line: '{member} · por {moderator} {time}',
  moderators: 'Quem é da moderação não pode ser proibido de denunciar. Tire o cargo primeiro.',
  bots: 'Bots não denunciam.',
};
