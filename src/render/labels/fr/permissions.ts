import type { Translation } from '../compile.ts';
import type { permissions as english } from '../en/permissions.ts';

export const permissions: Translation<typeof english> = {
  ViewChannel: 'Voir le salon',
  SendMessages: 'Envoyer des messages',
  SendMessagesInThreads: 'Envoyer des messages dans les fils',
  CreatePublicThreads: 'Créer des fils publics',
  ManageThreads: 'Gérer les fils',
  ManageMessages: 'Gérer les messages',
  EmbedLinks: 'Intégrer des liens',
  ReadMessageHistory: 'Voir les anciens messages',
  ManageGuild: 'Gérer le serveur',
};
