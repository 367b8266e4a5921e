import type { Translation } from '../compile.ts';
import type { refusals as english } from '../en/refusals.ts';

export const refusals: Translation<typeof english> = {
  needsManager:
    'Para esto necesitas el permiso «Gestionar servidor». Pídeselo a alguien que lo tenga.',
  needsModerator:
    'Para esto necesitas el permiso «Gestionar mensajes» {where} o el rol de moderación. Pídeselo a la moderación.',
  inServer: 'en todo el servidor',
  inChannel: 'en {channel}',
  channelRefused:
    'Discord no permite que Wirethread haga esto en ese canal ({reason}). Dale allí a su rol «Ver canal» y «Leer el historial de mensajes» e inténtalo de nuevo.',
  discordRefused: 'Discord lo ha rechazado ({reason}). Inténtalo de nuevo en un momento.',
  internal:
    'Error interno de Wirethread. Inténtalo de nuevo. Si se repite, avisa a quien gestiona este bot: el registro tiene los detalles.',
  serversOnly: 'Wirethread solo funciona en servidores. Usa allí sus comandos.',
  older:
    'Esto es de una versión anterior de Wirethread. Usa el comando de nuevo o consulta `/help`.',
  everyone: '`{option}` no puede ser @everyone. Elige un rol que solo tengan algunos miembros.',
  value: '`{option}` no puede ser «{typed}»: {reason}.',
  duration:
    '`{option}` no puede ser «{typed}»: escribe un número entero y una unidad, como 90s, 15m, 2 hours, 3 days o 1w ({least} o más).',
  durationOrNever:
    '`{option}` no puede ser «{typed}»: escribe un número entero y una unidad, como 90s, 15m, 2 hours, 3 days o 1w ({least} o más), o never.',
  expired: 'Esto ha caducado. Copia lo que escribiste y usa el comando de nuevo.',
  buttons: {
    correct: 'Corregir {option}',
    tryAgain: 'Reintentar',
    openAgain: 'Abrir el formulario de nuevo',
  },
  titles: { correct: 'Corregir {option}' },
  typed: 'Escribiste:',
};
