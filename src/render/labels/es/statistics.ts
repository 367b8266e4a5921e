import type { Translation } from '../compile.ts';
import type { statistics as english } from '../en/statistics.ts';

export const statistics: Translation<typeof english> = {
  commands: {
    stats: 'Para la moderación: cuántos casos se abrieron y decidieron, y con qué rapidez',
    days: 'De los últimos días (por defecto: 30)',
  },
  heading: { one: 'Casos del último día', other: 'Casos de los últimos {count} días' },
  opened: '🟦 Abiertos: {opened}',
  ruled: '🟧 Decididos: {ruled}',
  waiting: 'En espera ahora: {waiting}',
  reopened: 'Reabiertos: {reopened}',
  appeals: 'Apelaciones: {appeals}',
  illegal: 'Denuncias de contenido ilegal: {count}',
  median: 'Tiempo hasta la decisión (mediana): {duration}',
  noRulings: 'Sin decisiones',
  rulings: 'Decisiones: {list}',
  removedFor: 'Retirados por: {list}',
  part: '{name} {count}',
  accuracy: 'Denuncias acertadas: {percent} de {count}',
  perDay: 'El gráfico cuenta por días, en UTC.',
  perWeek: 'El gráfico cuenta por semanas, en UTC.',
  chart: 'Gráfico de barras de casos abiertos y decisiones. {list}',
  chartPart: '{date}: abiertos {opened}, decididos {ruled}',
  chartNothing: 'No pasó nada.',
  reasons: {
    abuse: 'insultos',
    offensive: 'ofensivo',
    'off-topic': 'fuera de tema',
    spam: 'spam',
    false: 'engañoso',
    'personal-information': 'datos personales',
    illegal: 'contenido ilegal',
    other: 'otra cosa',
  },
};
