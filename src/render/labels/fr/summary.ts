import type { Translation } from '../compile.ts';
import type { summary as english } from '../en/summary.ts';

export const summary: Translation<typeof english> = {
  heading: 'Modération : {month}',
  opened: 'Dossiers ouverts : {count}',
  closed: 'Dossiers clos : {count}',
  upheld: 'Contraires aux règles : {count}',
  dismissed: 'Rien à redire, ou disparus : {count}',
  removed: 'Retirés pour : {list}',
  part: '{name} ({count})',
  otherReasons: 'autres motifs',
  appeals: 'Contestations : {count}',
  illegal: 'Signalements de contenu illégal : {count}',
  median: 'Délai médian de décision : {duration}',
  none: '0',
  few: 'moins de 5',
  about: 'environ {count}',
  rounding:
    'Les nombres sont arrondis à cinq près, et moins de 5 n’est pas compté : ils ne révèlent ainsi rien sur une personne.',
  commands: {
    summary: 'Voir le bilan mensuel avant tout le monde',
    month: 'Quel mois (par défaut : ce mois-ci jusqu’à présent)',
  },
  choices: { current: 'ce mois-ci jusqu’à présent', last: 'le mois dernier' },
  previewOf: 'Ceci sera publié dans {channel} ({time}), avec les chiffres du mois entier :',
  previewLast: 'Voici ce que dirait le bilan ({month}) :',
  off: 'Aucun bilan n’est publié. Un gestionnaire du serveur l’active avec `/settings set transparency-channel:#…`. Il dirait :',
};
