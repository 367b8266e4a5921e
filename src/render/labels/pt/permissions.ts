import type { Translation } from '../compile.ts';
import type { permissions as english } from '../en/permissions.ts';

export const permissions: Translation<typeof english> = {
  ViewChannel: 'Ver canal',
  SendMessages: 'Enviar mensagens',
  SendMessagesInThreads: 'Enviar mensagens em tópicos',
  CreatePublicThreads: 'Criar tópicos públicos',
  ManageThreads: 'Gerenciar tópicos',
  ManageMessages: 'Gerenciar mensagens',
  EmbedLinks: 'Inserir links',
  ReadMessageHistory: 'Ver histórico de mensagens',
  ManageGuild: 'Gerenciar servidor',
};
