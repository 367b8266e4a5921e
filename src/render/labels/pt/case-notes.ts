import type { Translation } from '../compile.ts';
import type { caseNotes as english } from '../en/case-notes.ts';

export const caseNotes: Translation<typeof english> = {
  ping: '{role} O caso {number} é urgente: {card}',
  pingMore: {
    one: 'Mais {count} caso urgente espera: `/flags queue`',
    other: 'Mais {count} casos urgentes esperam: `/flags queue`',
  },
  reporter: '{member} (acertou em {upheld} de {count} denúncias, conta {weight}%)',
  fullReporter: '{member} (acertou em {upheld} de {count} denúncias)',
  rule: 'Denunciado por uma regra do servidor: {rules}',
  law: 'Quem denuncia informa a lei, de boa-fé: “{text}”',
  appeal: 'O autor recorre {time} da decisão de {moderator}, que não pode julgar isso: “{text}”',
  appealExpired: 'O autor recorreu {time} da decisão de {moderator}.',
  notified: 'O autor soube da decisão por mensagem privada.',
  notNotified:
    'O autor não pôde saber da decisão: o Discord não entrega a ele mensagens privadas do Wirethread.',
  approved:
    'A moderação já não viu nada de errado neste texto: são precisas mais denúncias para ocultá-lo.',
};
