import type { Translation } from '../compile.ts';
import type { permissions as english } from '../en/permissions.ts';

export const permissions: Translation<typeof english> = {
  ViewChannel: 'Kanal ansehen',
  SendMessages: 'Nachrichten senden',
  SendMessagesInThreads: 'Nachrichten in Threads senden',
  CreatePublicThreads: 'Öffentliche Threads erstellen',
  ManageThreads: 'Threads verwalten',
  ManageMessages: 'Nachrichten verwalten',
  EmbedLinks: 'Links einbetten',
  ReadMessageHistory: 'Nachrichtenverlauf anzeigen',
  ManageGuild: 'Server verwalten',
};
