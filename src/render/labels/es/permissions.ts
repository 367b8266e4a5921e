import type { Translation } from '../compile.ts';
import type { permissions as english } from '../en/permissions.ts';

export const permissions: Translation<typeof english> = {
  ViewChannel: 'Ver canal',
  SendMessages: 'Enviar mensajes',
  SendMessagesInThreads: 'Enviar mensajes en hilos',
  CreatePublicThreads: 'Crear hilos públicos',
  ManageThreads: 'Gestionar hilos',
  ManageMessages: 'Gestionar mensajes',
  EmbedLinks: 'Insertar enlaces',
  ReadMessageHistory: 'Leer el historial de mensajes',
  ManageGuild: 'Gestionar servidor',
};
