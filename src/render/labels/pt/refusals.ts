import type { Translation } from '../compile.ts';
import type { refusals as english } from '../en/refusals.ts';

export const refusals: Translation<typeof english> = {
  needsManager:
    'Para isso você precisa da permissão “Gerenciar servidor”. Peça a alguém que a tenha.',
  needsModerator:
    'Para isso você precisa da permissão “Gerenciar mensagens” {where} ou do cargo de moderação. Peça à moderação.',
  inServer: 'em todo o servidor',
  inChannel: 'em {channel}',
  channelRefused:
    'O Discord não deixa o Wirethread fazer isso nesse canal ({reason}). Dê ao cargo dele “Ver canal” e “Ver histórico de mensagens” e tente de novo.',
  discordRefused: 'O Discord recusou ({reason}). Tente de novo em instantes.',
  internal:
    'Erro interno do Wirethread. Tente de novo. Se acontecer outra vez, avise quem administra este bot: o log tem os detalhes.',
  serversOnly: 'O Wirethread só funciona em servidores. Use os comandos dele lá.',
  older: 'Isto é de uma versão antiga do Wirethread. Use o comando de novo ou veja `/help`.',
  everyone: '`{option}` não pode ser @everyone. Escolha um cargo que só alguns membros têm.',
  value: '`{option}` não pode ser “{typed}”: {reason}.',
  duration:
    '`{option}` não pode ser “{typed}”: escreva um número inteiro e uma unidade, como 90s, 15m, 2 hours, 3 days ou 1w ({least} ou mais).',
  durationOrNever:
    '`{option}` não pode ser “{typed}”: escreva um número inteiro e uma unidade, como 90s, 15m, 2 hours, 3 days ou 1w ({least} ou mais), ou never.',
  expired: 'Isto expirou. Copie o que você digitou e use o comando de novo.',
  buttons: {
    correct: 'Corrigir {option}',
    tryAgain: 'Tentar de novo',
    openAgain: 'Abrir o formulário de novo',
  },
  titles: { correct: 'Corrigir {option}' },
  typed: 'Você digitou:',
};
