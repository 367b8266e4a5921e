import type { Translation } from '../compile.ts';
import type { statistics as english } from '../en/statistics.ts';

export const statistics: Translation<typeof english> = {
  commands: {
    stats: 'Para a moderação: quantos casos foram abertos e decididos, e com que rapidez',
    days: 'Dos últimos dias (padrão: 30)',
  },
  heading: { one: 'Casos do último dia', other: 'Casos dos últimos {count} dias' },
  opened: '🟦 Abertos: {opened}',
  ruled: '🟧 Decididos: {ruled}',
  waiting: 'Em espera agora: {waiting}',
  reopened: 'Reabertos: {reopened}',
  appeals: 'Recursos: {appeals}',
  illegal: 'Denúncias de conteúdo ilegal: {count}',
  median: 'Tempo até a decisão (mediana): {duration}',
  noRulings: 'Sem decisões',
  rulings: 'Decisões: {list}',
  removedFor: 'Removidos por: {list}',
  part: '{name} {count}',
  accuracy: 'Denúncias acertadas: {percent} de {count}',
  perDay: 'O gráfico conta por dia, em UTC.',
  perWeek: 'O gráfico conta por semana, em UTC.',
  chart: 'Gráfico de barras de casos abertos e decisões. {list}',
  chartPart: '{date}: abertos {opened}, decididos {ruled}',
  chartNothing: 'Nada aconteceu.',
  reasons: {
    abuse: 'insultos',
    offensive: 'ofensivo',
    'off-topic': 'fora do assunto',
    spam: 'spam',
    false: 'enganoso',
    'personal-information': 'dados pessoais',
    illegal: 'conteúdo ilegal',
    other: 'outra coisa',
  },
};
