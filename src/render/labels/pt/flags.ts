import type { Translation } from '../compile.ts';
import type { flags as english } from '../en/flags.ts';

export const flags: Translation<typeof english> = {
  commands: {
    flags: 'As mensagens denunciadas, um caso ou suas próprias denúncias',
    queue: 'Para a moderação: os casos em espera, ou já decididos',
    state: 'Quais casos (padrão: os que esperam)',
    reason: 'Só casos denunciados por este motivo',
    channel: 'Só casos deste canal',
    feed: 'Só os casos das discussões deste feed',
    mineOnly: 'Só os casos que você assumiu',
    show: 'Para a moderação: a ficha de um caso, para decidir',
    case: 'O número do caso, como em /flags queue',
    next: 'Para a moderação: o caso mais urgente que ninguém atende, um após o outro',
    mine: 'O resultado das suas denúncias dos últimos 30 dias',
    choices: {
      waiting: 'Em espera',
      open: 'Abertos',
      escalated: 'Escalados',
      upheld: 'Confirmados: removido, oculto, advertido, castigado',
      dismissed: 'Dispensados',
    },
  },
  case: 'Caso {number}',
  cases: { one: '{count} caso', other: '{count} casos' },
  none: 'Nenhum caso espera uma decisão.',
  noneSuch: 'Nenhum caso combina com estes filtros.',
  noCards:
    'Os casos ainda não têm fichas: escolha um canal com `/settings set moderators-channel`.',
  cardsRefused:
    'Nenhuma ficha pode ser publicada em {channel}: {reason}. Dê acesso ao Wirethread lá ou escolha outro canal com `/settings set moderators-channel`.',
  escalatedWait: {
    one: '{count} caso escalado espera a moderação sênior.',
    other: '{count} casos escalados esperam a moderação sênior.',
  },
  pageOf: '{cases}, página {page} de {pages}',
  line: {
    case: '**Caso {number}**',
    escalated: '**escalado**',
    urgency: 'urgência: {urgency}',
    opened: 'aberto {time}',
    claimed: 'assumido por {member}',
    message: 'mensagem',
    card: 'ficha',
  },
  queue: {
    placeholders: { choose: 'Escolha casos para decidir juntos' },
    buttons: {
      previous: 'Página anterior',
      next: 'Próxima página',
      all: 'Escolher a página toda',
      remove: 'Remover',
      hide: 'Ocultar',
      'no-fault': 'Dispensar',
      ignored: 'Ignorar',
      escalate: 'Escalar',
    },
    labels: { ruled: 'Feito: casos {numbers}' },
    refused: 'Caso {number}: {reason}',
    noneChosen: 'Escolha primeiro os casos no menu.',
  },
  mine: {
    none: 'Você não denunciou nada nos últimos 30 dias.',
    line: 'Caso {number}, denunciado {time} · {what}: {outcome}',
    deleted: 'Caso {number}, denunciado {time}: apagado',
  },
  noneLeft: 'Nenhum caso espera por você. Obrigado.',
  aText: 'um texto',
  by: '{text} de {author}',
  byAt: '{text} de {author}, em “{headline}”',
  byInChannel: '{text} de {author}, em {channel}',
  noSuchCase: 'Não há caso {number} aqui. Veja `/flags queue`.',
  otherVersion: 'Esta ficha é de outra versão do Wirethread. Use `/flags queue`.',
  refused: {
    ruledBefore: 'O caso {number} foi decidido antes de você. {ruling}',
    claimed:
      '{member} assumiu o caso {number} {time}. A ficha agora diz isso: se quiser decidir assim mesmo, faça lá.',
    changed: 'Este caso mudou desde que você o viu. Leia a ficha de novo e depois decida.',
    textChanged:
      'Este comentário foi editado depois da denúncia. A ficha agora mostra os dois textos: leia de novo e depois decida.',
    escalatedByReport: 'O caso {number} já está escalado: foi denunciado como conteúdo ilegal.',
    escalatedBefore: '{member} escalou o caso {number} {time}.',
    needsSenior:
      'Este caso está escalado: decide um membro com “Gerenciar servidor” ou com o cargo sênior de `/settings`.',
    needsReason: 'Uma decisão sobre um caso escalado precisa de um motivo.',
    escalateWhy: 'Diga por quê: a moderação sênior lê na ficha.',
    ownRuling: 'Este é um recurso contra sua própria decisão. Outra pessoa da moderação decide.',
    nothingToUndo: 'Ainda não há decisão sobre este caso, então não há o que desfazer.',
    noMember:
      'O autor deste comentário não é membro deste servidor, então não dá para advertir nem castigar. Remova ou oculte o comentário, ou silencie o autor.',
    noHiding:
      'A mensagem de um membro não pode ser ocultada: o Discord só permite apagar. Aperte *Remover*.',
    expired:
      'A discussão deste comentário acabou há muito tempo, então o Wirethread o apagou. Esta decisão não pode mais ser desfeita.',
    ownDuplicate: 'Um caso não pode ser duplicado de si mesmo. Digite o número do outro.',
    notANumber:
      'Isto não é o número de um caso. Ele fica no alto de cada ficha: digite 12 para o caso 12.',
  },
  modal: {
    titles: {
      remove: 'Caso {number}: remover',
      hide: 'Caso {number}: ocultar',
      warn: 'Caso {number}: advertir o membro',
      timeout: 'Caso {number}: castigar o membro',
      'no-fault': 'Caso {number}: dispensar',
      ignored: 'Caso {number}: ignorar',
      duplicate: 'Caso {number}: duplicado',
      void: 'Caso {number}: apagado no site',
      escalate: 'Caso {number}: escalar',
      undo: 'Caso {number}: desfazer',
      bulk: { one: 'Decidir {count} caso', other: 'Decidir {count} casos' },
    },
    labels: {
      reason: 'Motivo',
      duration: 'Por quanto tempo?',
      message: 'O que acontece com a mensagem?',
      original: 'Número do outro caso',
    },
    hints: {
      reason: 'Fica no registro de auditoria e aparece na ficha.',
      deletion: 'A mensagem é apagada sem volta. A ficha mostra o motivo.',
    },
    choices: { keep: 'Ela fica', delete: 'Apagar, sem volta' },
  },
  acts: {
    muted: {
      one: '{author} está silenciado neste servidor, e {count} comentário está oculto. `/discussion unmute` o mostra de novo.',
      other:
        '{author} está silenciado neste servidor, e {count} comentários estão ocultos. `/discussion unmute` os mostra de novo.',
    },
    mutedBefore: '{author} já está silenciado neste servidor.',
    closing:
      'A discussão está sendo encerrada. O Wirethread publica os últimos comentários e depois tranca o tópico. `/discussion reopen` abre de novo.',
    staysDeleted:
      'A decisão foi desfeita. Uma mensagem apagada no Discord não pode ser restaurada.',
    ended: 'Esta discussão já está encerrada.',
    publisher:
      'Abra o comentário no site e denuncie lá. Depois aperte *Eu denunciei*: a ficha diz isso, e diz quando o comentário sumir.',
    publisherMarked:
      'O caso {number} está marcado como denunciado ao veículo. A ficha diz quando o comentário sumir.',
    ruled: 'Caso {number}: {state}.',
    buttons: { sent: 'Eu denunciei' },
  },
  timeout: {
    'not-a-member': 'Este membro saiu do servidor, então não há quem castigar.',
    exempt: 'O Discord não deixa castigar o dono nem um administrador de um servidor.',
    'missing-permission':
      'Falta ao Wirethread a permissão “Castigar membros”. Dê-a ao cargo dele nas configurações do servidor e decida de novo. Nada mudou.',
    'higher-role':
      'Este membro tem um cargo acima do cargo do Wirethread. Ponha o cargo do Wirethread acima nas configurações do servidor e decida de novo. Nada mudou.',
    yourself:
      'Para castigar um membro você precisa da permissão “Castigar membros” ou do cargo de moderação de `/settings`. Nada mudou.',
  },
};
