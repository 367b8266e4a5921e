import type { Translation } from '../compile.ts';
import type { statistics as english } from '../en/statistics.ts';

export const statistics: Translation<typeof english> = {
  commands: {
    stats: 'Pour la modération : combien de dossiers ouverts et décidés, et à quelle vitesse',
    days: 'Des derniers jours (par défaut : 30)',
  },
  heading: { one: 'Dossiers du dernier jour', other: 'Dossiers des {count} derniers jours' },
  opened: '🟦 Ouverts : {opened}',
  ruled: '🟧 Décidés : {ruled}',
  waiting: 'En attente : {waiting}',
  reopened: 'Rouverts : {reopened}',
  appeals: 'Contestations : {appeals}',
  illegal: 'Signalements de contenu illégal : {count}',
  median: 'Délai médian de décision : {duration}',
  noRulings: 'Aucune décision',
  rulings: 'Décisions : {list}',
  removedFor: 'Retirés pour : {list}',
  part: '{name} {count}',
  accuracy: 'Signalements fondés : {percent} sur {count}',
  perDay: 'Le graphique compte par jour, en UTC.',
  perWeek: 'Le graphique compte par semaine, en UTC.',
  chart: 'Histogramme des dossiers ouverts et des décisions. {list}',
  chartPart: '{date} : ouverts {opened}, décidés {ruled}',
  chartNothing: 'Il ne s’est rien passé.',
  reasons: {
    abuse: 'injures',
    offensive: 'offensant',
    'off-topic': 'hors sujet',
    spam: 'spam',
    false: 'trompeur',
    'personal-information': 'données personnelles',
    illegal: 'contenu illégal',
    other: 'autre chose',
  },
};
