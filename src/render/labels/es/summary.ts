import type { Translation } from '../compile.ts';
import type { summary as english } from '../en/summary.ts';

export const summary: Translation<typeof english> = {
  heading: 'Moderación: {month}',
  opened: 'Casos abiertos: {count}',
  closed: 'Casos cerrados: {count}',
  upheld: 'Contra las normas: {count}',
  dismissed: 'Nada malo, o ya no está: {count}',
  removed: 'Retirados por: {list}',
  part: '{name} ({count})',
  otherReasons: 'otros motivos',
  appeals: 'Apelaciones: {count}',
  illegal: 'Denuncias de contenido ilegal: {count}',
  median: 'Tiempo hasta la decisión (mediana): {duration}',
  none: '0',
  few: 'menos de 5',
  about: 'unos {count}',
  rounding:
    'Los números se redondean de cinco en cinco, y menos de 5 no se cuenta: así no revelan nada de una persona.',
  commands: {
    summary: 'Ver el balance mensual antes que los demás',
    month: 'Qué mes (por defecto: este mes hasta ahora)',
  },
  choices: { current: 'este mes hasta ahora', last: 'el mes pasado' },
  previewOf: 'Esto se publica en {channel} ({time}), con las cifras de todo el mes:',
  previewLast: 'Esto diría el balance ({month}):',
  off: 'No se publica ningún balance. Quien gestiona el servidor lo activa con `/settings set transparency-channel:#…`. Diría:',
};
