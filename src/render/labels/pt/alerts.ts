import type { Translation } from '../compile.ts';
import type { alerts as english } from '../en/alerts.ts';

export const alerts: Translation<typeof english> = {
  channelPaused: 'Nada pode ser publicado em {channel}: {reason}. {remedy}',
  channelDeleted:
    'O canal #{name} foi apagado, então as notícias dele esperam. Publique cada um dos feeds em outro canal com `/feed edit`, opção `channel`, ou remova-o com `/feed remove`.',
  unnamedDeleted:
    'Um canal em que o Wirethread publica foi apagado, então as notícias dele esperam. Publique cada um dos feeds em outro canal com `/feed edit`, opção `channel`, ou remova-o com `/feed remove`.',
  remedies: {
    forumTag:
      'O fórum exige uma tag em cada publicação, e nenhuma das tags é um tema da notícia. Escolha uma com `/feed edit`, opção `forum-tag` (`forumTagId` no arquivo de configuração), ou permita publicações sem tag. As mensagens em espera são publicadas depois automaticamente.',
    unlock:
      'O tópico está trancado: destranque-o ou dê lá ao Wirethread “Gerenciar tópicos”. As mensagens em espera são publicadas depois automaticamente.',
    permissions:
      'Dê lá ao Wirethread {permissions}. As mensagens em espera são publicadas depois automaticamente.',
  },
  stuck:
    'Uma mensagem não pôde ser publicada em {channel} desde {time}: {reason}. Novas tentativas são feitas; enquanto isso, as próximas são publicadas.',
  refused:
    'O Discord recusou {message} em {channel}: {reason}. Essa mensagem é pulada; as próximas são publicadas normalmente. Confira as regras do AutoMod do canal e, com `/feed test`, o que o feed contém.',
  messages: {
    story: 'uma notícia',
    digest: 'um resumo',
    notice: 'um aviso',
    comment: 'um comentário',
    pack: 'uma mensagem com muitos comentários',
    card: 'a ficha de um caso',
    summary: 'o balanço mensal',
    removal: 'uma remoção',
  },
  notRemoved:
    'O Wirethread não conseguiu apagar em {channel} uma mensagem que a moderação removeu: {reason}. Dê a ele “Gerenciar mensagens” lá ou apague a mensagem à mão. Ele tenta de novo a cada hora.',
  timeout: {
    begin:
      'O Wirethread não conseguiu castigar {member}, como decidido no caso {number}: {reason}. {remedy}',
    end: 'O Wirethread não conseguiu encerrar o castigo de {member}, como decidido no caso {number}: {reason}. {remedy}',
    permission:
      'Dê a ele “Castigar membros” e um cargo acima do deles, ou faça à mão. Ele tenta de novo a cada hora.',
    byHand: 'Faça à mão ou desfaça a decisão: `/flags show case:{number}`.',
  },
  personasRefused: {
    'give-permission':
      'Os comentários nos tópicos de {channel} são publicados em nome do Wirethread, não com os nomes dos autores: ele não pode usar webhooks. Dê lá ao Wirethread “Gerenciar webhooks”: os próximos comentários terão os nomes de novo. Ou desligue a opção `personas` de `/feed edit`.',
    'delete-webhooks':
      'Os comentários nos tópicos de {channel} são publicados em nome do Wirethread, não com os nomes dos autores: o canal já tem o máximo de webhooks. Apague um nas configurações dele, em “Integrações”. Ou desligue a opção `personas` de `/feed edit`.',
  },
  failingForDay:
    'O feed {address} não pôde ser lido por um dia. {reason} Novas tentativas são feitas, com menos frequência. `/feed show` mostra o estado, `/feed test` a resposta, `/feed remove` o remove.',
  failing: {
    one: 'O feed {address} não pôde ser lido uma vez. {reason} Novas tentativas são feitas, com menos frequência. `/feed show` mostra o estado, `/feed test` a resposta, `/feed remove` o remove.',
    other:
      'O feed {address} não pôde ser lido {count} vezes seguidas. {reason} Novas tentativas são feitas, com menos frequência. `/feed show` mostra o estado, `/feed test` a resposta, `/feed remove` o remove.',
  },
  paused:
    'O feed {address} está em pausa: não pôde ser lido {number} vezes seguidas em {duration}. {reason} Quando o servidor ou o endereço voltar a funcionar, retome-o com `/feed retry`. Ou remova-o com `/feed remove`.',
  pausedRefused:
    'O feed {address} está em pausa: não pôde ser lido {number} vezes seguidas em {duration}. {reason} Peça ao veículo que aceite este bot, ou adicione-o de novo com o usuário e a senha necessários. Depois retome-o com `/feed retry`. Ou remova-o com `/feed remove`.',
  gone: 'O feed {address} sumiu para sempre (410), diz o servidor. Ele não é mais lido. Ache o novo endereço e adicione-o com `/feed add`, e remova este com `/feed remove`. Se voltar, retome-o com `/feed retry`.',
  flooding: {
    one: 'O feed {address} teve {count} notícia nova em {duration}. Provavelmente o servidor dá a cada notícia um id novo a cada leitura. O Wirethread guarda só a mais recente ({count}) de um feed; uma antiga que volta pode ser publicada de novo. `/feed test` mostra o que o feed contém. Peça ao veículo ids que não mudem, leia-o com menos frequência (`/feed edit`, opção `poll-every`) ou remova-o com `/feed remove`.',
    other:
      'O feed {address} teve {count} notícias novas em {duration}. Provavelmente o servidor dá a cada notícia um id novo a cada leitura. O Wirethread guarda só as {count} mais recentes de um feed; uma antiga que volta pode ser publicada de novo. `/feed test` mostra o que o feed contém. Peça ao veículo ids que não mudem, leia-o com menos frequência (`/feed edit`, opção `poll-every`) ou remova-o com `/feed remove`.',
  },
  discussionRefused: {
    channel:
      'O Wirethread não conseguiu atualizar a discussão de uma notícia em {channel}: {reason}. Dê lá ao Wirethread “Criar tópicos públicos”, “Enviar mensagens em tópicos” e “Gerenciar tópicos”.',
    'thread-cap':
      'O Wirethread não conseguiu atualizar a discussão de uma notícia em {channel}: {reason}. O servidor tem tópicos ativos demais: arquive alguns.',
  },
  vanished:
    'Muitos comentários de {thread} sumiram do site de uma vez. Aqui eles ficam até o site responder como antes. Confira se o site os removeu ou está com erro.',
  vanishedUnnamed:
    'Muitos comentários de uma discussão sumiram do site de uma vez. Aqui eles ficam até o site responder como antes. Confira se o site os removeu ou está com erro.',
  slowMode: {
    messages: {
      one: 'Chegou {count} mensagem em {thread} em um minuto; por isso cada membro espera {every} entre duas mensagens ali, até {time}. Encerre com `/discussion slow-mode every:Off` no tópico; a regra está em `/rules list`.',
      other:
        'Chegaram {count} mensagens em {thread} em um minuto; por isso cada membro espera {every} entre duas mensagens ali, até {time}. Encerre com `/discussion slow-mode every:Off` no tópico; a regra está em `/rules list`.',
    },
    reports: {
      one: 'Chegou {count} denúncia de mensagens de membros em {thread} em dez minutos; por isso cada membro espera {every} entre duas mensagens ali, até {time}. Encerre com `/discussion slow-mode every:Off` no tópico; a regra está em `/rules list`.',
      other:
        'Chegaram {count} denúncias de mensagens de membros em {thread} em dez minutos; por isso cada membro espera {every} entre duas mensagens ali, até {time}. Encerre com `/discussion slow-mode every:Off` no tópico; a regra está em `/rules list`.',
    },
  },
  slowModeRefused: {
    begin:
      'O Wirethread não conseguiu definir o modo lento em {thread}. Dê a ele «Gerenciar tópicos» no canal do tópico e defina-o com `/discussion slow-mode`.',
    end: 'O Wirethread não conseguiu encerrar o modo lento em {thread}: não pode mais mudá-lo. Encerre-o nas configurações do tópico e dê ao Wirethread «Gerenciar tópicos» no canal.',
  },
};
