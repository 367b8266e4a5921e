import type { Translation } from '../compile.ts';
import type { commands as english } from '../en/commands.ts';

export const commands: Translation<typeof english> = {
  feed: {
    description: 'Gerenciar os feeds deste servidor',
    add: {
      description: 'Publicar as notícias de um feed num canal',
      url: 'O endereço dele, ou de um site, canal ou perfil: https://…, r/name, @name@server',
      channel: 'Onde publicar as notícias (padrão: este canal)',
      pollEvery: 'De quanto em quanto tempo ler: 5m, 1h, 2 hours … (padrão: 10m)',
      firstRun: 'Quantas das notícias mais recentes publicar agora (padrão: 3)',
      commentPeriod:
        'Por quanto tempo a discussão fica aberta: 3 days, 2w … never: sempre (padrão: 7d)',
      comments: 'Espelhar os comentários das notícias (padrão: sim)',
      mention: 'Cargo a mencionar em cada notícia',
    },
    edit: {
      description: 'Mudar como um feed é publicado, com prévia',
      feed: 'O feed a mudar',
      preview: 'Ver o resultado primeiro, depois salvar ou descartar (padrão: não)',
      channel: 'Outro canal para as próximas notícias; as publicadas ficam onde estão',
      includeWords: 'Só notícias com uma destas palavras: balsa, prefeitura, porto* … ou none',
      excludeWords: 'Pular notícias com uma destas palavras: horóscopo, patrocin* … ou none',
      includeTopics: 'Só notícias sobre um destes temas, separados por vírgulas; ou none',
      excludeTopics: 'Pular notícias sobre um destes temas, separados por vírgulas; ou none',
      includeAuthors: 'Só notícias de uma destas pessoas, separadas por vírgulas; ou none',
      excludeAuthors: 'Pular notícias de uma destas pessoas, separadas por vírgulas; ou none',
      mentionRoles: 'Cargos a mencionar, no máximo 5: @News @Sport … ou none',
      contentLine: 'Texto acima de cada notícia: {template} … ou none',
      quietHours: 'Quando as notícias esperam: 22-7, 22:00-07:00 America/Sao_Paulo … ou none',
      digest:
        'Uma mensagem para muitas notícias: hourly, daily 8am, daily 08:00 Europe/Lisbon … ou off',
      language: 'Idioma dos textos e botões das mensagens',
      catchUp: 'Máximo de notícias publicadas por vez, de 1 a 100',
      forumTag: 'Tag das notícias cujos temas não combinam com nenhuma do fórum; ou none',
      pollEvery: 'De quanto em quanto tempo ler: 5m, 1h, 2 hours …',
      comments: 'Espelhar os comentários das notícias',
      personas: 'Comentários novos têm nome e imagem do autor (precisa de “Gerenciar webhooks”)',
      commentSelectors: 'CSS dos comentários: comment: .post; author: .who; text: p … ou none',
      backlog: 'Quantos comentários de uma discussão longa, os mais recentes: 100, 1000 … ou all',
      commentPeriod: 'Por quanto tempo a discussão fica aberta: 3 days, 2w … never: sempre',
      closingWarning: 'Quanto antes de encerrar a discussão avisar: 1h, 30 min … ou none',
      openThread: 'Quando abrir o tópico de uma notícia',
      choices: {
        firstComment: 'com o primeiro comentário',
        atOnce: 'junto com a notícia',
      },
    },
    list: { description: 'Listar os feeds deste servidor' },
    show: {
      description: 'Mostrar um feed: configurações, última resposta, próxima leitura e erros',
      feed: 'O feed a mostrar',
    },
    retry: {
      description: 'Ler um feed agora, mesmo em pausa',
      feed: 'O feed a ler',
    },
    remove: {
      description: 'Parar de publicar um feed e encerrar as discussões dele',
      feed: 'O feed a remover',
    },
    test: {
      description: 'Ler um feed e mostrar a última notícia, só para você',
      url: 'Endereço de um feed, ou um dos feeds deste servidor',
    },
    import: {
      description: 'Adicionar os feeds de um arquivo OPML a um canal',
      file: 'Arquivo OPML exportado por um leitor de feeds',
      channel: 'Onde publicar as notícias (padrão: este canal)',
      firstRun: 'Quantas das notícias mais recentes de cada feed publicar agora (padrão: 0)',
    },
    export: { description: 'Baixar os feeds deste servidor como arquivo OPML' },
  },
  settings: {
    description: 'Ver e mudar como o Wirethread funciona neste servidor',
    show: { description: 'Mostrar as configurações atuais' },
    set: {
      description: 'Mudar configurações. O que você omite fica como está.',
      moderatorsChannel: 'Canal das mensagens denunciadas e dos alertas',
      moderatorRole: 'Cargo que decide sobre mensagens denunciadas',
      seniorRole: 'Cargo que decide sobre casos escalados',
      alertRole: 'Cargo a avisar quando um caso é urgente ou escalado (padrão: nenhum)',
      alertEvery: 'No máximo um aviso em tantos minutos (padrão: 15)',
      transparencyChannel: 'Canal de um balanço mensal de todos os casos, sem nomes',
      timeZone: 'Fuso do balanço mensal, como America/Sao_Paulo (padrão: UTC)',
      language: 'Idioma de fichas, alertas e avisos. Um feed tem o seu.',
      hideAfter: 'Quantas denúncias ocultam um comentário até a decisão; 0: nunca (padrão: 3)',
      reportsPerHour: 'Quantas mensagens um membro pode denunciar por hora (padrão: 10)',
      evidenceDays: 'Após quantos dias o texto de um caso fechado é apagado (padrão: 30)',
    },
    clear: {
      description: 'Voltar uma configuração ao padrão',
      setting: 'A configuração a redefinir',
    },
  },
  discussion: {
    description: 'Ver, encerrar, reabrir ou prolongar a discussão de uma notícia',
    story: 'A notícia. Omita no tópico dela.',
    status: { description: 'Mostrar o estado de uma discussão e quando ela é encerrada' },
    close: { description: 'Encerrar uma discussão agora e trancar o tópico' },
    reopen: {
      description: 'Abrir de novo uma discussão encerrada',
      for: 'Por quanto tempo fica aberta: 12h, 3d … (padrão: até você encerrá-la)',
    },
    extend: {
      description: 'Manter uma discussão aberta por mais tempo',
      by: 'Quanto tempo a mais fica aberta: 12h, 3d …',
    },
  },
  help: { description: 'Mostrar o que o Wirethread faz e os comandos que você pode usar' },
};
