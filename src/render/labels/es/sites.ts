import type { Translation } from '../compile.ts';
import type { sites as english } from '../en/sites.ts';

export const sites: Translation<typeof english> = {
  refused: {
    'login-only':
      '{site} solo muestra publicaciones a quien ha iniciado sesión, y no tiene feeds. Busca su sitio web o su boletín y da esa dirección: la mayoría tiene un feed.',
    'no-feeds':
      '{site} no tiene feeds. Busca su sitio web o su boletín y da esa dirección: la mayoría tiene un feed.',
    spotify:
      '{site} no da los feeds de sus podcasts. Da la dirección del mismo podcast en Apple Podcasts (podcasts.apple.com) o la de su propio sitio.',
    discord:
      'Esta es una dirección de {site}, que no tiene feeds. Para traer aquí un canal de anuncios, usa su botón «Seguir».',
  },
  advice: {
    youtube:
      'Abre el canal en YouTube, elige «Compartir canal» → «Copiar ID del canal» y da https://www.youtube.com/channel/ con ese ID.',
    reddit: 'Reddit responde poco a desconocidos: si se niega, sube `poll-every`.',
    substack:
      'Un perfil de Substack no tiene feed propio: da la dirección de la publicación, como https://name.substack.com.',
    bluesky: 'Bluesky no da el feed de quienes no quieren mostrarse a desconocidos.',
  },
  noComments: {
    'needs-key': '{site} solo da comentarios a quien tiene una clave de su interfaz.',
    'own-pages': '{site} solo muestra comentarios en sus propias páginas.',
    releases: 'Las releases de GitHub no tienen comentarios propios.',
  },
};
