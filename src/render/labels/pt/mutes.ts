import type { Translation } from '../compile.ts';
import type { mutes as english } from '../en/mutes.ts';

export const mutes: Translation<typeof english> = {
  muted: '**{name}** está silenciado neste servidor. {known}',
  already: '**{name}** já está silenciado, por <@{by}> em {time}. {known}',
  byProfile: 'O Wirethread reconhece este autor pelo perfil {profile}.',
  byName:
    'O Wirethread só reconhece este autor pelo nome em {site}: todos os que o usam lá ficam silenciados.',
  hidden: {
    one: '{count} comentário fica oculto no lugar dele. Os novos não são publicados.',
    other: '{count} comentários ficam ocultos no lugar deles. Os novos não são publicados.',
  },
  undo: 'Desfaça com `/discussion unmute`.',
  unmuted: '**{name}** não está mais silenciado.',
  shown: {
    one: '{count} comentário aparece de novo.',
    other: '{count} comentários aparecem de novo.',
  },
  none: 'Ninguém está silenciado neste servidor. Silencie um autor com `/discussion mute`, ou clique direito num comentário → Apps → **Mute this author**.',
  heading: {
    one: '{count} autor está silenciado neste servidor:',
    other: '{count} autores estão silenciados neste servidor:',
  },
  line: '- **{name}** em {site}, por <@{by}> em {time}',
  unknownSite: 'um site desconhecido',
  remedy: '`/discussion unmute` sugere todos eles.',
  oneOption: 'Dê uma das opções: `comment`, o link de um comentário, ou `author`, um nome.',
  notLink:
    'Isto não é um link de uma mensagem deste servidor. Clique direito no comentário, “Copiar link da mensagem”, e cole o link.',
  noComment:
    'Esta mensagem não é um comentário de um site, ou o Wirethread não o guarda mais. Escolha um comentário de uma discussão.',
  manyComments:
    'Esta mensagem tem muitos comentários. Use `/discussion mute` com o nome na opção `author`.',
  noAuthor:
    'Nenhum comentário deste servidor é de “{name}”. Digite o começo de um nome e escolha da lista, ou dê o link de um dos comentários.',
  severalAuthors: 'Vários autores se chamam “{name}”. Escolha um da lista da opção:',
  notMuted:
    'Ninguém com o nome “{name}” está silenciado aqui. `/discussion muted` lista quem está.',
  expired:
    'O Wirethread não guarda mais este comentário: a discussão acabou há muito tempo. Use `/discussion mute` num comentário mais recente deste autor.',
  nameless:
    'Este comentário não tem nome de autor, então não há quem silenciar. Denuncie o comentário para que seja removido.',
  tooMany:
    'Este servidor tem {number} autores silenciados, que é o máximo. Use `/discussion unmute` com um que não precise mais ficar silenciado.',
  commands: {
    mute: 'Não mostrar comentários de um autor neste servidor',
    comment: 'Link de um dos comentários (clique direito → Copiar link da mensagem)',
    author: 'O nome do autor: digite o começo',
    unmute: 'Mostrar de novo os comentários de um autor silenciado',
    mutedAuthor: 'O autor silenciado',
    muted: 'Listar os autores que este servidor não mostra',
  },
};
