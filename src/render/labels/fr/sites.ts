import type { Translation } from '../compile.ts';
import type { sites as english } from '../en/sites.ts';

export const sites: Translation<typeof english> = {
  refused: {
    'login-only':
      '{site} ne montre les publications qu’aux personnes connectées et n’a pas de flux. Cherchez leur site ou leur newsletter et donnez cette adresse : la plupart ont un flux.',
    'no-feeds':
      '{site} n’a pas de flux. Cherchez leur site ou leur newsletter et donnez cette adresse : la plupart ont un flux.',
    spotify:
      '{site} ne donne pas les flux de ses podcasts. Donnez l’adresse du même podcast sur Apple Podcasts (podcasts.apple.com), ou celle de son propre site.',
    discord:
      'C’est une adresse dans {site}, qui n’a pas de flux. Pour amener ici un salon d’annonces, utilisez son bouton « Suivre ».',
  },
  advice: {
    youtube:
      'Ouvrez la chaîne sur YouTube, choisissez « Partager la chaîne » → « Copier l’ID de la chaîne », et donnez https://www.youtube.com/channel/ avec cet ID.',
    reddit: 'Reddit répond rarement aux inconnus : s’il refuse, augmentez `poll-every`.',
    substack:
      'Un profil Substack n’a pas de flux propre : donnez l’adresse de la publication, par exemple https://name.substack.com.',
    bluesky:
      'Bluesky ne donne pas le flux des personnes qui ne veulent pas être montrées aux inconnus.',
  },
  noComments: {
    'needs-key': '{site} ne donne les commentaires qu’à qui a une clé de son interface.',
    'own-pages': '{site} ne montre les commentaires que dans ses propres pages.',
    releases: 'Les releases sur GitHub n’ont pas de commentaires propres.',
  },
};
