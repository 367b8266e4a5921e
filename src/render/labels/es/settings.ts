import type { Translation } from '../compile.ts';
import type { settings as english } from '../en/settings.ts';

export const settings: Translation<typeof english> = {
  noChannel: 'Casos y alertas: aún no hay canal. Elige uno: `/settings set moderators-channel:#…`',
  channel: 'Casos y alertas: {channel}',
  waiting: {
    one: '{count} alerta espera a que elijas un canal',
    other: '{count} alertas esperan a que elijas un canal',
  },
  trouble: 'Allí no se puede publicar nada: {reason}',
  moderators: 'Moderación: miembros con «Gestionar mensajes»',
  moderatorsOr: 'Moderación: miembros con «Gestionar mensajes» o {role}',
  seniors: 'Casos escalados: miembros con «Gestionar servidor»',
  seniorsOr: 'Casos escalados: miembros con «Gestionar servidor» o {role}',
  noAlertRole: 'Los casos urgentes no avisan a nadie. Elige un rol: `/settings set alert-role:@…`',
  alertRole: {
    one: 'Los casos urgentes y escalados avisan a {role}, como mucho una vez en {count} minuto',
    other: 'Los casos urgentes y escalados avisan a {role}, como mucho una vez en {count} minutos',
  },
  language: 'Idioma de fichas, alertas y avisos: {language}',
  neverHides: 'Las denuncias no ocultan ningún comentario',
  hides: {
    one: 'Tras {count} denuncia, un comentario se oculta hasta que la moderación decida',
    other: 'Tras {count} denuncias, un comentario se oculta hasta que la moderación decida',
  },
  reportsPerHour: {
    one: 'Un miembro puede denunciar {count} mensaje por hora',
    other: 'Un miembro puede denunciar {count} mensajes por hora',
  },
  evidence: {
    one: 'El texto de un caso cerrado se borra tras {count} día',
    other: 'El texto de un caso cerrado se borra tras {count} días',
  },
  summary: 'Cada mes se publica un balance en {channel}, según el calendario de {zone}',
  noSummary: 'Sin balance mensual para todos. Actívalo: `/settings set transparency-channel:#…`',
  badZone:
    '`time-zone` no puede ser «{zone}»: escribe el nombre de un lugar, como Europe/Madrid, America/Sao_Paulo o UTC.',
  unknown: 'No existe ese ajuste. Elige uno de la lista.',
  nothing: 'No has indicado nada que cambiar. Rellena al menos una opción.',
  hiddenCommands:
    'Discord solo muestra `/rules`, `/discussion` y `/audit` a miembros con «Gestionar mensajes». Permítelos para {role} en Ajustes del servidor → Integraciones → Wirethread.',
  openChannel:
    'Todo el mundo puede leer {channel}: allí las fichas muestran los mensajes denunciados y nombran a quienes los denunciaron. Quita «Ver canal» a @everyone en los permisos del canal o elige otro.',
};
