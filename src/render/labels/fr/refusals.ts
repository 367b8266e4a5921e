import type { Translation } from '../compile.ts';
import type { refusals as english } from '../en/refusals.ts';

export const refusals: Translation<typeof english> = {
  needsManager: 'Il faut la permission « Gérer le serveur ». Demandez à une personne qui l’a.',
  needsModerator:
    'Il faut la permission « Gérer les messages » {where}, ou le rôle de modération. Demandez à la modération.',
  inServer: 'dans tout le serveur',
  inChannel: 'dans {channel}',
  channelRefused:
    'Discord ne laisse pas Wirethread faire cela dans ce salon ({reason}). Donnez-y à son rôle « Voir le salon » et « Voir les anciens messages », puis réessayez.',
  discordRefused: 'Discord a refusé ({reason}). Réessayez dans un instant.',
  internal:
    'Erreur interne de Wirethread. Réessayez. Si elle se répète, prévenez la personne qui gère ce bot : le journal donne les détails.',
  serversOnly: 'Wirethread ne fonctionne que dans un serveur. Utilisez-y ses commandes.',
  older:
    'Ceci vient d’une ancienne version de Wirethread. Relancez la commande ou consultez `/help`.',
  everyone:
    '`{option}` ne peut pas être @everyone. Choisissez un rôle que seuls certains membres ont.',
  value: '`{option}` ne peut pas être « {typed} » : {reason}.',
  duration:
    '`{option}` ne peut pas être « {typed} » : écrivez un nombre entier et une unité, par exemple 90s, 15m, 2 hours, 3 days ou 1w ({least} ou plus).',
  durationOrNever:
    '`{option}` ne peut pas être « {typed} » : écrivez un nombre entier et une unité, par exemple 90s, 15m, 2 hours, 3 days ou 1w ({least} ou plus), ou never.',
  expired: 'Ceci a expiré. Copiez votre saisie et relancez la commande.',
  buttons: {
    correct: 'Corriger {option}',
    tryAgain: 'Réessayer',
    openAgain: 'Rouvrir le formulaire',
  },
  titles: { correct: 'Corriger {option}' },
  typed: 'Votre saisie :',
};
