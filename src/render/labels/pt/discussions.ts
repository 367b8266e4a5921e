import type { Translation } from '../compile.ts';
import type { discussions as english } from '../en/discussions.ts';

export const discussions: Translation<typeof english> = {
  states: {
    waiting: 'espera o primeiro comentário',
    open: 'está aberta',
    'closing-soon': 'está aberta, mas será encerrada em breve',
    closing: 'está sendo encerrada, os últimos comentários estão sendo publicados',
    closed: 'está encerrada',
    detached: 'acabou, porque o tópico foi apagado',
    expired: 'acabou, e os comentários não estão mais guardados',
  },
  stateIs: 'Esta discussão {state}.',
  stateIn: 'Esta discussão {state} ({thread}).',
  closed: 'A discussão está encerrada. Ainda não tinha comentários, então não terá tópico.',
  closing:
    'A discussão está sendo encerrada. O Wirethread publica os últimos comentários e depois tranca o tópico.',
  reopened: 'A discussão está aberta de novo, até você usar `/discussion close`.',
  reopenedUntil: 'A discussão está aberta de novo, até: {time}.',
  neverByFeed:
    'Pela regra do feed ela nunca seria encerrada. Para mantê-la aberta, use `/discussion close` e depois `/discussion reopen` sem `for`.',
  laterByFeed:
    'Pela regra do feed ela seria encerrada mais tarde: {time}. Para manter esse horário, use `/discussion extend by:{duration}`.',
  extended: 'A discussão continua aberta até: {time}.',
  closesAt: 'Encerramento: {time}.',
  noClosingTime: 'Ela não tem hora de encerramento.',
  lastError: 'Último erro: {error}',
  comments: {
    posted: {
      one: '{posted} de {count} comentário publicado',
      other: '{posted} de {count} comentários publicados',
    },
    mirrored: { one: '{count} comentário espelhado', other: '{count} comentários espelhados' },
    mirroredOf: {
      one: '{mirrored} de {count} comentário do site espelhado',
      other: '{mirrored} de {count} comentários do site espelhados',
    },
    leftOut: {
      one: '{mirrored}: {count} mais antigo ficou de fora, pela configuração `backlog` de `/feed edit`',
      other:
        '{mirrored}: {count} mais antigos ficaram de fora, pela configuração `backlog` de `/feed edit`',
    },
    noMore: '{mirrored}: a fonte não dá mais',
    waiting: {
      one: '{comments}, {count} mensagem a enviar.',
      other: '{comments}, {count} mensagens a enviar.',
    },
    allSent: '{comments}.',
    tooMany:
      'O site tem muitíssimos comentários: o Wirethread lê a cada vez os {read} mais recentes, não apaga aqui nenhum dos outros e espelha {stored} no máximo.',
  },
  source: {
    none: 'Esta notícia não tem fonte de comentários.',
    elsewhere: 'Os comentários são mostrados com {system}, {reason}.',
    elsewhereAt: 'Os comentários são mostrados com {system}, {reason}: {address}.',
    is: 'Fonte dos comentários: {source}.',
    foundBy: 'Fonte dos comentários: {source} (pista: {clue}).',
    notRead: 'Ainda não lida.',
    read: 'Última leitura: {time}.',
    next: 'Próxima leitura: {time}.',
    inPlaceOf:
      'Ela substitui esta fonte, que falha: {failing}. {reason} Próxima tentativa ({failing}): {time}.',
  },
  choice: {
    noStory:
      'Nenhuma notícia com discussão tem “{words}” no título. Digite outras palavras dele ou escolha da lista.',
    severalStories: 'Várias notícias têm estas palavras. Digite mais do título de uma delas:',
    line: '{headline} em {channel}',
    more: { one: '… e mais {count}.', other: '… e mais {count}.' },
  },
  refusals: {
    none: 'Não há discussão aqui. Use o comando no tópico de uma discussão ou escolha uma notícia com a opção `story`.',
    detached:
      'Esta discussão acabou, porque o tópico foi apagado. Os comentários não são mais espelhados; a notícia fica.',
    expired:
      'Esta discussão acabou há muito tempo, então o Wirethread apagou os comentários que guardava. Ela não pode ser aberta de novo. O tópico e as mensagens ficam no Discord.',
    noClosingTime: 'Esta discussão não tem hora de encerramento, então não precisa ser prolongada.',
    ended: 'Esta discussão {state}. `/discussion reopen` abre de novo.',
    open: 'Não há o que reabrir: esta discussão {state}.',
  },
};
