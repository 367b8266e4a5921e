import type { Translation } from '../compile.ts';
import type { caseNotes as english } from '../en/case-notes.ts';

export const caseNotes: Translation<typeof english> = {
  ping: '{role} El caso {number} es urgente: {card}',
  pingMore: {
    one: '{count} caso urgente más espera: `/flags queue`',
    other: '{count} casos urgentes más esperan: `/flags queue`',
  },
  reporter: '{member} (acertó en {upheld} de {count} denuncias, cuenta un {weight} %)',
  fullReporter: '{member} (acertó en {upheld} de {count} denuncias)',
  rule: 'Denunciado por una regla del servidor: {rules}',
  law: 'Quien denuncia indica la ley, de buena fe: «{text}»',
  appeal:
    'Su autor apela {time} contra la decisión de {moderator}, que no puede resolverlo: «{text}»',
  appealExpired: 'Su autor apeló {time} contra la decisión de {moderator}.',
  notified: 'El autor supo la decisión por mensaje privado.',
  notNotified:
    'El autor no pudo saber la decisión: Discord no le entrega mensajes privados de Wirethread.',
  approved:
    'La moderación ya no vio nada malo en este texto: hacen falta más denuncias para ocultarlo.',
};
