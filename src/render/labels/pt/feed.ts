import type { Translation } from '../compile.ts';
import type { feed as english } from '../en/feed.ts';

export const feed: Translation<typeof english> = {
  add: {
    added: '**{name}** agora é publicado em {channel}: {address}.',
    interval: 'O Wirethread o lê {interval}.',
    firstNone: 'A próxima notícia nova será a primeira publicada.',
    firstOnly: 'A única notícia é publicada agora.',
    firstAll: {
      one: 'A notícia dele é publicada agora.',
      other: 'As {count} notícias dele são publicadas agora.',
    },
    firstOf: {
      one: 'A mais recente das {total} notícias é publicada agora.',
      other: 'As {count} mais recentes das {total} notícias são publicadas agora.',
    },
    notInThread:
      'Os comentários não são espelhados, porque uma notícia num tópico não tem tópico próprio.',
    notMirrored: 'Os comentários não são espelhados.',
    mirrored: 'Os comentários são espelhados se o site os oferece.',
    neverCloses: 'As discussões nunca são encerradas.',
    closes: 'As discussões são encerradas {duration} após a publicação.',
    choose: 'Este site tem {number} feeds. Escolha o que será publicado em {channel}.',
    placeholders: { choose: 'Escolha um feed' },
    choiceExpired: 'Esta escolha expirou. Use `/feed add` de novo.',
    noChannel:
      'Escolha para onde vão as notícias: defina `channel` como um canal de texto, de anúncios ou de fórum, ou um tópico.',
  },
  edit: {
    buttons: { save: 'Salvar', discard: 'Descartar' },
    expired: 'Esta prévia expirou. Use `/feed edit` de novo.',
    discarded: 'Descartado. Nada mudou.',
    place: '{address} em {channel}',
    moved:
      '{address} foi movido de {from} para {to}. As próximas notícias são publicadas lá. As publicadas e suas discussões ficam onde estão.',
    wouldMove:
      '{address} seria movido de {from} para {to}. Nada é salvo antes de você apertar “Salvar”.',
    alsoChanged: 'Também mudou: {options}.',
    nothing: '{feed}: você não informou nada para mudar. As configurações são:',
    changed: '{feed}: mudou {options}. Vale a partir da próxima notícia.',
    wouldChange: '{feed}: isto mudaria {options}. Nada é salvo antes de você apertar “Salvar”.',
    silentRoles:
      'Uma menção a {roles} não notifica ninguém. Permita nas configurações do cargo que qualquer um o mencione, ou dê ao Wirethread a permissão de mencionar todos os cargos.',
    persona: 'Um comentário aparece como “{name}”, publicado por um webhook do canal.',
    personaLacks:
      'Falta ao Wirethread a permissão “Gerenciar webhooks” em {channel}. Dê-a lá: até isso, os comentários são publicados em nome dele.',
    passing: {
      one: '{count} das últimas {total} notícias passa pelos filtros.',
      other: '{count} das últimas {total} notícias passam pelos filtros.',
    },
    nonePasses: 'Nenhuma das últimas {total} notícias passa pelos filtros.',
    onlyPasses: 'A única notícia passa pelos filtros.',
    onlyFails: 'A única notícia não passa pelos filtros.',
    filteredOut: 'A última notícia, “{headline}”, é filtrada: {reason}.',
    noInclude: 'não combina com nenhum dos filtros `include`',
    matched: {
      words: 'o título ou o resumo contém “{entry}”',
      topics: 'entre os temas está “{entry}”',
      authors: 'entre os autores está “{entry}”',
    },
    inDigest: 'No resumo, cada notícia é mais curta. Uma notícia em mensagem própria seria:',
    noStory: 'Este feed ainda não tem notícias, então não há prévia.',
    postUntagged: 'Uma publicação de fórum sem tag:',
    postTagged: 'Uma publicação de fórum com {tags}:',
    noMirrorInThread:
      'Comentários não podem ser espelhados num tópico, porque lá uma notícia não tem tópico próprio. Adicione o feed a um canal de texto, de anúncios ou de fórum.',
    warningTooLong:
      '`closing-warning` precisa ser menor que a duração da discussão. Escreva menos, como 1h ou 30 minutes, ou none.',
  },
  values: {
    quietHours:
      'escreva dois horários, e um fuso se não for UTC (22-7, 22:00-07:00 America/Sao_Paulo), ou none',
    digest:
      'escreva hourly, daily com um horário, e um fuso se não for UTC (daily 8am America/Sao_Paulo), ou off',
    list: 'escreva no máximo 50 itens de até 100 caracteres, separados por vírgulas (balsa, prefeitura), ou none',
    backlog: 'escreva um número de {least} a {most}, ou all',
    noRole: 'este servidor não tem esse cargo; escreva cargos que existem (@News, @Sport), ou none',
    tooManyRoles: 'são {number} cargos, mas no máximo {most} podem ser mencionados',
    notForum: 'o canal do feed não é um fórum, então as notícias não têm tags',
    noTag: 'o fórum não tem essa tag; as tags dele são {tags}',
    noTags: 'o fórum não tem tags',
  },
  list: {
    none: 'Este servidor ainda não tem feeds. Adicione um com `/feed add url:https://…`.',
    paused: 'em pausa: {error}',
    failing: 'falhando: {error}',
    lastRead: 'lido {time}',
    notRead: 'ainda não lido',
    declared: 'do arquivo de configuração',
    remedy: '`/feed show` mostra um feed, `/feed export` lista todos.',
  },
  show: {
    notRead: 'Ainda não lido.',
    stored: { one: '{count} notícia guardada.', other: '{count} notícias guardadas.' },
    posted: {
      one: '{posted} de {count} comentário publicado em {thread}.',
      other: '{posted} de {count} comentários publicados em {thread}.',
    },
    moreBacklogs: {
      one: 'Os comentários de mais {count} notícia estão sendo publicados.',
      other: 'Os comentários de mais {count} notícias estão sendo publicados.',
    },
    withAccess: 'lido com os dados de acesso dele',
    movedFrom: 'Movido de {address}.',
    lastChange: 'Última mudança: {time}.',
    lastRead: 'Última leitura: {time}.',
    noAnswer: 'Última leitura: {time}, sem resposta após {seconds} s.',
    unchanged: 'Última leitura: {time}, sem mudança (304) após {seconds} s.',
    answered: 'Última leitura: {time}, resposta {status} após {seconds} s.',
    answeredSize: 'Última leitura: {time}, resposta {status} após {seconds} s, {size}.',
    rateLimited: 'Limitado pelo servidor: {error}',
    rateLimitedSince: 'Limitado pelo servidor, primeiro {time}: {error}',
    failed: {
      one: 'Falhou uma vez: {error}',
      other: 'Falhou {count} vezes seguidas: {error}',
    },
    failedSince: {
      one: 'Falhou uma vez, {time}: {error}',
      other: 'Falhou {count} vezes seguidas, primeiro {time}: {error}',
    },
    pausedBecause: {
      gone: '**Em pausa**, porque o servidor diz que foi removido para sempre. `/feed retry` o retoma.',
      refused:
        '**Em pausa**, porque o servidor não deixa o Wirethread ler. `/feed retry` o retoma.',
      failing: '**Em pausa**, porque falha há tempo demais. `/feed retry` o retoma.',
    },
    now: 'agora',
    next: 'Próxima leitura: {time}.',
    nextThen: 'Próxima leitura: {time}, depois {interval} ({reason}).',
    nextAsked: 'Próxima leitura: {time}, {reason}.',
    pace: {
      interval: 'como definido aqui',
      ttl: 'como o veículo pede com ttl',
      cache: 'como o veículo pede com cabeçalhos de cache',
      'retry-after': 'como o servidor pede com Retry-After',
      backoff: 'com menos frequência por causa dos erros',
    },
    inChannel: '**Em {channel}**',
    inChannelDeclared: '**Em {channel}** (do arquivo de configuração)',
  },
  reading: 'O Wirethread está lendo {address}. `/feed show` mostra o resultado.',
  place: '{address} em {channel}',
  removeQuestion:
    'Remover {feed}? As configurações são apagadas e as discussões abertas são encerradas. As notícias publicadas ficam. Para publicá-lo em outro canal, use `/feed edit`, opção `channel`.',
  buttons: { remove: 'Remover', keep: 'Manter' },
  removed:
    '{address} não é mais publicado em {channel}. As notícias publicadas ficam. As discussões abertas foram encerradas.',
  stays: '{feed} fica. Nada mudou.',
  empty:
    '**{title}** é um feed sem notícias. Você já pode adicioná-lo: a primeira notícia será publicada quando aparecer.',
  canBeRead: {
    one: '**{title}** pode ser lido: {count} notícia.',
    other: '**{title}** pode ser lido: {count} notícias.',
  },
  leftOut: {
    one: '{count} item além do que o Wirethread lê ficou de fora.',
    other: '{count} itens além do que o Wirethread lê ficaram de fora.',
  },
  wouldBePosted: 'A última notícia seria publicada assim (com mais créditos da página da notícia):',
  files: {
    nothingToExport: 'Este servidor não tem feeds para exportar.',
    exported: {
      one: '{count} feed, uma pasta por canal. O endereço está completo e pode conter uma chave secreta: compartilhe o arquivo com cuidado.',
      other:
        '{count} feeds, uma pasta por canal. Os endereços estão completos e podem conter chaves secretas: compartilhe o arquivo com cuidado.',
    },
    withoutSecrets: {
      one: 'Usuários, senhas e cookies ficam de fora: após importar, {count} feed vai precisar deles de novo.',
      other:
        'Usuários, senhas e cookies ficam de fora: após importar, {count} feeds vão precisar deles de novo.',
    },
    nothingListed: 'Este arquivo não lista feeds. Cada feed nele precisa de um `xmlUrl`.',
    added: {
      one: '{count} feed adicionado a {channel}.',
      other: '{count} feeds adicionados a {channel}.',
    },
    groups: {
      added: 'Adicionado',
      known: 'Já existia',
      refused: 'Não é endereço da web',
      left: 'Restante',
    },
    importAgain: 'Importe o mesmo arquivo de novo para adicionar os feeds restantes.',
    firstNone: 'As próximas notícias novas deles serão as primeiras publicadas.',
    first: {
      one: 'A notícia mais recente de cada um é publicada quando o Wirethread lê o feed.',
      other:
        'As {count} notícias mais recentes de cada um são publicadas quando o Wirethread lê o feed.',
    },
    allRead: 'Todos já foram lidos.',
    readSoFar: {
      one: '{read} de {count} feed lido até agora.',
      other: '{read} de {count} feeds lidos até agora.',
    },
    unread: {
      one: '{count} não pôde ser lido: `/feed list` mostra qual, `/feed show` por quê.',
      other: '{count} não puderam ser lidos: `/feed list` mostra quais, `/feed show` por quê.',
    },
  },
  trial: {
    read: {
      one: 'Comentários da última notícia: {count} lido ({source}).',
      other: 'Comentários da última notícia: {count} lidos ({source}).',
    },
    readPart: {
      one: 'Comentários da última notícia: {count} de {total} lido ({source}); a fonte não dá mais.',
      other:
        'Comentários da última notícia: {count} de {total} lidos ({source}); a fonte não dá mais.',
    },
    isClosed: 'A discussão está encerrada.',
    othersOnSite: 'Os outros ficam no site.',
    othersAt: 'Os outros ficam no site: {address}.',
    first: 'O primeiro é de **{author}**: {text}',
    unread: 'A última notícia parece ter comentários, mas não podem ser lidos: {reason}',
    unreadCount: {
      one: 'A última notícia parece ter {count} comentário, mas não pode ser lido: {reason}',
      other: 'A última notícia parece ter {count} comentários, mas não podem ser lidos: {reason}',
    },
    giveSelectors:
      'Informe os seletores CSS da página com `comment-selectors` de `/feed edit`, ou desligue lá o espelhamento.',
    theyAreAt: 'Eles estão em {address}.',
    elsewhere: 'Os comentários do site usam {system}, {reason}; por isso não são espelhados.',
    elsewhereCount: {
      one: 'Os comentários do site usam {system} ({count} comentário), {reason}; por isso não são espelhados.',
      other:
        'Os comentários do site usam {system} ({count} comentários), {reason}; por isso não são espelhados.',
    },
    discussHere:
      'Dá para discutir no Discord: ponha `open-thread` de `/feed edit` em “{choice}”. O veículo poderia oferecer um feed de comentários (`wfw:commentRss`).',
    reasons: {
      needsKey: 'que o Wirethread só lê com uma chave: quem administra o bot define {setting}',
      unreadable: 'que o Wirethread não consegue ler',
    },
    ownSystem: 'um sistema próprio do site',
    none: 'Nenhum comentário encontrado para a última notícia.',
    notMirrored: 'Os comentários não são espelhados: {reason}',
  },
  refused: {
    notHere: 'Este feed não está, ou não está mais, neste servidor. `/feed list` mostra os que há.',
    unknown:
      'Este servidor não tem o feed “{typed}”. Escolha um da lista do comando ou veja `/feed list`.',
    severalFit:
      '{number} feeds combinam. Escolha um da lista do comando ou escreva o canal depois (… in #news):',
    declaredEdit:
      'Este feed está no arquivo de configuração: mude as configurações lá e reinicie o Wirethread.',
    declaredRemove:
      'Este feed está no arquivo de configuração: remova-o lá e reinicie o Wirethread.',
    alreadyThere:
      '{channel} já tem este feed. Remova-o com `/feed remove` ou adicione-o a outro canal.',
    alreadyInOther:
      '{channel} já tem este feed. Escolha outro canal ou remova um dos dois com `/feed remove`.',
    notAnAddress:
      '“{typed}” não é o endereço de um feed. Informe um que comece com `https://`, como `https://example.org/feed.xml`, ou o do site, como `example.org`. Também vale: `r/name` do Reddit, `@name@server` do Mastodon, `@name.bsky.social` do Bluesky.',
    addressTooLong:
      'Este endereço tem mais de {number} caracteres, longo demais para um feed. Informe um mais curto.',
    noFeedFound:
      '{address} é uma página da web, e nenhum feed do site foi encontrado. Tentado: {tried}. Procure “RSS” ou “Feed” na página e informe esse endereço.',
    lacksPermissions:
      'Falta ao Wirethread em {channel}: {permissions}. Dê lá essas permissões ao cargo dele e use `{command}` de novo.',
    noStoriesThere:
      'Notícias não podem ser publicadas em {channel}: escolha um canal de texto, de anúncios ou de fórum, ou um tópico.',
    isDiscussion:
      '{channel} é a discussão de uma notícia: outras notícias ficariam entre os comentários. Escolha outro tópico ou um canal.',
  },
};
