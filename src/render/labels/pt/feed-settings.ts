import type { Translation } from '../compile.ts';
import type { feedSettings as english } from '../en/feed-settings.ts';

export const feedSettings: Translation<typeof english> = {
  read: {
    one: 'Lido {interval}, no máximo {count} notícia por vez',
    other: 'Lido {interval}, no máximo {count} notícias por vez',
  },
  allStories: 'Todas as notícias',
  onlyWith: 'Só notícias com {criteria}',
  except: '{stories}, exceto as com {criteria}',
  criteria: {
    words: 'estas palavras ({entries})',
    topics: 'estes temas ({entries})',
    authors: 'estes autores ({entries})',
  },
  or: '{one} ou {other}',
  mentionsNone: 'Não menciona nenhum cargo',
  mentions: 'Menciona {roles}',
  headline: 'Texto acima de uma notícia: o título',
  template: 'Texto acima de uma notícia: {template}',
  noQuietHours: 'Sem horas de silêncio',
  quietHours: 'Horas de silêncio: {hours}; as notícias são publicadas depois',
  noDigest: 'Uma mensagem por notícia',
  digest: 'Resumo de todas as notícias: {digest}',
  language: {
    en: 'Textos em inglês',
    de: 'Textos em alemão',
    es: 'Textos em espanhol',
    fr: 'Textos em francês',
    it: 'Textos em italiano',
    ja: 'Textos em japonês',
    nl: 'Textos em holandês',
    pl: 'Textos em polonês',
    pt: 'Textos em português',
  },
  forumTag: 'Tags do fórum: as que combinam com os temas da notícia, ou então “{tag}”',
  noForumTag: 'Tags do fórum: as que combinam com os temas da notícia, ou então nenhuma',
  notInThread:
    'Os comentários não são espelhados, porque uma notícia num tópico não tem tópico próprio',
  notMirrored: 'Os comentários não são espelhados',
  notInDigest: 'Os comentários não são espelhados, porque uma notícia num resumo não tem tópico',
  withStory: 'Os comentários são espelhados {interval}, num tópico que abre com a notícia',
  withComment:
    'Os comentários são espelhados {interval}, num tópico que abre com o primeiro comentário',
  wholeBacklog: 'De uma discussão longa, todos os comentários são espelhados',
  backlog: {
    one: 'De uma discussão longa, o comentário mais recente é espelhado',
    other: 'De uma discussão longa, os {count} comentários mais recentes são espelhados',
  },
  personas: 'Comentários novos têm nome e imagem do autor',
  neverCloses: 'As discussões nunca são encerradas',
  closes: 'As discussões são encerradas {duration} após a publicação',
  closesAnnounced:
    'As discussões são encerradas {duration} após a publicação, com aviso {warning} antes',
  selectors: 'Seletores dos comentários: {selectors}',
};
