import type { Translation } from '../compile.ts';
import type { health as english } from '../en/health.ts';

export const health: Translation<typeof english> = {
  fine: 'Tudo certo: permissões, feeds, canais e tópicos deste servidor foram verificados.',
  heading: {
    one: '{count} ponto precisa da sua atenção:',
    other: '{count} pontos precisam da sua atenção:',
  },
  permissions:
    'Em {channel} faltam permissões ao bot: {permissions}. Dê-as ao cargo dele nas configurações do canal, em “Permissões”.',
  noChannel:
    'O canal {channel} foi excluído, ou o bot não o vê. Dê “Ver canal” ao bot, ou use `/feed edit` ou `/feed remove` para os feeds dele.',
  noModeratorsChannel:
    'Não há canal de moderadores, então ninguém recebe avisos e denúncias. Use `/settings set moderators-channel:`.',
  channelPaused:
    'Nada é publicado em {channel} desde {time}, porque o Discord recusa: {reason}. Corrija isso, e as mensagens em espera seguem sozinhas.',
  feedFailing:
    'O feed {feed} falha desde {time}: {reason}. As tentativas continuam. `/feed show` diz mais.',
  feedPaused:
    'O feed {feed} não é mais lido: {reason}. Retome-o com `/feed retry`, ou use `/feed remove`.',
  manyThreads: {
    one: '{count} tópico está ativo, de no máximo {most}. Arquive tópicos, ou encurte o prazo de comentários com `/feed edit`.',
    other:
      '{count} tópicos estão ativos, de no máximo {most}. Arquive tópicos, ou encurte o prazo de comentários com `/feed edit`.',
  },
  commands: { description: 'Verificar permissões, feeds, canais e tópicos, e dizer o que fazer' },
};
