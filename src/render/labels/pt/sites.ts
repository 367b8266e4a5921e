import type { Translation } from '../compile.ts';
import type { sites as english } from '../en/sites.ts';

export const sites: Translation<typeof english> = {
  refused: {
    'login-only':
      '{site} só mostra publicações a quem está conectado e não tem feeds. Procure o site ou a newsletter e dê esse endereço: a maioria tem um feed.',
    'no-feeds':
      '{site} não tem feeds. Procure o site ou a newsletter e dê esse endereço: a maioria tem um feed.',
    spotify:
      '{site} não fornece os feeds de seus podcasts. Dê o endereço do mesmo podcast no Apple Podcasts (podcasts.apple.com) ou o do próprio site dele.',
    discord:
      'Este é um endereço no {site}, que não tem feeds. Para trazer um canal de anúncios para cá, use o botão “Seguir” dele.',
  },
  advice: {
    youtube:
      'Abra o canal no YouTube, escolha “Compartilhar canal” → “Copiar ID do canal” e dê https://www.youtube.com/channel/ com esse ID.',
    reddit: 'O Reddit raramente responde a estranhos: se recusar, aumente `poll-every`.',
    substack:
      'Um perfil do Substack não tem feed próprio: dê o endereço da publicação, como https://name.substack.com.',
    bluesky: 'O Bluesky não fornece o feed de quem não quer ser mostrado a estranhos.',
  },
  noComments: {
    'needs-key': '{site} só fornece comentários a quem tem uma chave de sua interface.',
    'own-pages': '{site} só mostra comentários em suas próprias páginas.',
    releases: 'Releases no GitHub não têm comentários próprios.',
  },
};
