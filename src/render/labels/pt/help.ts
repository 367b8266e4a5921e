import type { Translation } from '../compile.ts';
import type { help as englishHelp, steps as englishSteps } from '../en/help.ts';

export const help: Translation<typeof englishHelp> = {
  readers: {
    about: '**Wirethread** traz as notícias e a discussão delas para este servidor.',
    stories:
      'Cada notícia mostra seus créditos e leva à fonte. Os comentários da notícia aparecem no tópico dela. O que você escreve aqui fica no Discord.',
    report:
      '- *Denunciar abuso* abaixo de um comentário o denuncia à moderação. Ninguém vê quem denunciou.',
    flag: '- `/flag` denuncia qualquer mensagem pelo link, mesmo numa discussão encerrada.',
    flagCommand: '- clique direito numa mensagem → Apps → **Flag message**: denunciá-la',
    flags:
      '- `/flags mine` mostra o resultado das suas denúncias; `/flags appeal` recorre de uma decisão.',
    privacy: '- `/privacy show | delete | messages`: o que está guardado sobre você',
  },
  moderators: {
    heading: 'Para a moderação',
    flagMessage: '- clique direito numa mensagem → Apps → **Flag message**: abrir um caso',
    flags:
      '- `/flags queue | next | show | stats`: os casos que esperam uma decisão. Decida com os botões das fichas.',
    audit:
      '- `/audit list | summary | export`: quem fez o quê e quando; em arquivo para a moderação sênior',
    discussion:
      '- `/discussion status | close | reopen | extend | slow-mode`: de preferência no tópico de uma notícia',
    mute: '- `/discussion mute | unmute | muted`, ou clique direito num comentário → Apps → **Mute this author**: de quem este servidor não mostra comentários',
    reporters:
      '- `/flags ban-reporter | unban-reporter | banned-reporters`: quem não pode denunciar',
    rules:
      '- `/rules list | add-words | add-link | remove | try | first-comment | repeat-offender | slow-mode`: denunciar ou ocultar comentários antes das pessoas',
  },
  managers: {
    heading: 'Para quem gerencia o servidor',
    feed: '- `/feed add | list | show | retry | remove | test`: os feeds e seu estado',
    edit: '- `/feed edit`: filtros, cargos, texto acima das notícias, horas de silêncio, resumo, idioma, canal …, com prévia',
    health: '- `/health`: permissões, feeds, canais e tópicos são verificados',
    files: '- `/feed import | export`: muitos feeds de uma vez, em OPML',
    settings:
      '- `/settings show | set | clear`: canal e cargos da moderação, idioma, limites de denúncias',
  },
  toDo: '**A seguir:**',
  welcome:
    'Olá! O **Wirethread** publica neste servidor as notícias dos feeds e, no tópico de cada uma, os comentários dela. Para começar, quem gerencia o servidor faz isto:',
  later: 'Depois, `/help` mostra todos os comandos e o que ainda falta fazer.',
};

export const steps: Translation<typeof englishSteps> = {
  addFeed:
    'Adicione um feed: `/feed add url:https://… channel:#…`. Basta o endereço do site de um jornal: o feed é encontrado.',
  giveRole:
    'Dê ao cargo do Wirethread {permissions}, em Configurações do servidor → Cargos, ou nos canais em que ele publica.',
  chooseChannel:
    'Escolha para onde vão denúncias e alertas, um canal que só a moderação lê: `/settings set moderators-channel:#…`',
  moderatorsLack:
    'Denúncias e alertas não podem ser publicados em {channel}: dê lá ao cargo do Wirethread {permissions} ou escolha outro canal: `/settings set moderators-channel:#…`',
  moderatorsTrouble:
    'Denúncias e alertas não podem ser publicados em {channel}: {reason} Escolha outro canal: `/settings set moderators-channel:#…`',
  channelLacks:
    'Notícias não podem ser publicadas em {channel}: dê lá ao cargo do Wirethread {permissions} ou mova os feeds com `/feed edit`, opção `channel`.',
  paused: '<{address}> está em pausa. Veja por quê: `/feed show feed:{address}`',
};
