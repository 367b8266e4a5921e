import type { Translation } from '../compile.ts';
import type { slowMode as english } from '../en/slow-mode.ts';

export const slowMode: Translation<typeof english> = {
  commands: {
    discussion: 'Fazer cada membro esperar entre mensagens nesta discussão',
    every: 'Quanto cada membro espera entre duas mensagens',
    for: 'Por quanto tempo, como 15m ou 2h; depois, como antes (padrão: até você mudar)',
    rule: 'Frear uma discussão quando os membros escrevem ou denunciam demais',
    messages: 'A partir de quantas mensagens de membros em um minuto (padrão: 20)',
    reports: 'A partir de quantas denúncias de mensagens de membros em dez minutos',
    ruleFor: 'Por quanto tempo, como 1h (padrão: 15m)',
  },
  choices: { off: 'Desativado' },
  set: 'Em {thread}, cada membro agora espera {every} entre duas mensagens. Quem tem a permissão de ignorar o modo lento não espera.',
  off: 'O modo lento está desativado em {thread}.',
  thenOff: 'Ele termina {time}.',
  thenBack: 'Isso termina {time}; depois volta a ser {every}, como antes.',
  status: 'Modo lento: {every} entre duas mensagens de um membro, até {time}.',
  refused: {
    noThread: 'Esta discussão ainda não tem tópico, então ninguém escreve nela.',
    closed:
      'Esta discussão está encerrada, então ninguém escreve nela. Reabra-a antes com `/discussion reopen`.',
    permission:
      'O Wirethread não pode mudar o modo lento em {thread}. Dê a ele «Gerenciar tópicos» no canal do tópico e use o comando de novo.',
    tooLong: 'É tempo demais: no máximo 30d. Deixe `for` vazio para durar até você mudar.',
  },
  ruleSet:
    'A partir de agora: {rule}. O modo lento que uma pessoa definiu fica como está. A moderação o encerra com `/discussion slow-mode every:Off`.',
  ruleOff:
    'A partir de agora nenhuma regra freia uma discussão. Onde já freia, isso termina na hora.',
  line: '{why}: modo lento de {every} nessa discussão, por {duration}',
  causes: {
    messages: {
      one: '{count} mensagem de membros em um minuto',
      other: '{count} mensagens de membros em um minuto',
    },
    reports: {
      one: '{count} denúncia de mensagens de membros em dez minutos',
      other: '{count} denúncias de mensagens de membros em dez minutos',
    },
  },
  either: '{first} ou {second}',
};
