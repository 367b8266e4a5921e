import type { Translation } from '../compile.ts';
import type { permissions as english } from '../en/permissions.ts';

export const permissions: Translation<typeof english> = {
  ViewChannel: 'チャンネルを見る',
  SendMessages: 'メッセージを送信',
  SendMessagesInThreads: 'スレッドでメッセージを送信',
  CreatePublicThreads: '公開スレッドの作成',
  ManageThreads: 'スレッドの管理',
  ManageMessages: 'メッセージの管理',
  EmbedLinks: '埋め込みリンク',
  ReadMessageHistory: 'メッセージ履歴を読む',
  ManageGuild: 'サーバー管理',
};
