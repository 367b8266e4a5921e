import type { Translation } from '../compile.ts';
import type { summary as english } from '../en/summary.ts';

export const summary: Translation<typeof english> = {
  heading: 'Moderação: {month}',
  opened: 'Casos abertos: {count}',
  closed: 'Casos fechados: {count}',
  upheld: 'Contra as regras: {count}',
  dismissed: 'Nada de errado, ou já não está lá: {count}',
  removed: 'Removidos por: {list}',
  part: '{name} ({count})',
  otherReasons: 'outros motivos',
  appeals: 'Recursos: {count}',
  illegal: 'Denúncias de conteúdo ilegal: {count}',
  median: 'Tempo até a decisão (mediana): {duration}',
  none: '0',
  few: 'menos de 5',
  about: 'cerca de {count}',
  rounding:
    'Os números são arredondados de cinco em cinco, e menos de 5 não é contado: assim não revelam nada sobre uma pessoa.',
  commands: {
    summary: 'Ver o balanço mensal antes de todos',
    month: 'Qual mês (padrão: este mês até agora)',
  },
  choices: { current: 'este mês até agora', last: 'o mês passado' },
  previewOf: 'Isto será publicado em {channel} ({time}), com os números do mês todo:',
  previewLast: 'Isto diria o balanço ({month}):',
  off: 'Nenhum balanço é publicado. Quem gerencia o servidor liga com `/settings set transparency-channel:#…`. Ele diria:',
};
