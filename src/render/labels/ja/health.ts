import type { Translation } from '../compile.ts';
import type { health as english } from '../en/health.ts';

export const health: Translation<typeof english> = {
  fine: '問題はありません。このサーバーの権限、フィード、チャンネル、スレッドを調べました。',
  heading: { other: '{count}件の確認が必要です:' },
  permissions:
    '{channel} でボットの権限が足りません: {permissions}。チャンネル設定の「権限」でボットのロールに与えてください。',
  noChannel:
    'チャンネル {channel} は削除されたか、ボットから見えません。「チャンネルを見る」を与えるか、そのフィードに `/feed edit` か `/feed remove` を使ってください。',
  noModeratorsChannel:
    'モデレーターのチャンネルがないため、通知や報告が誰にも届きません。`/settings set moderators-channel:` を使ってください。',
  channelPaused:
    '{channel} では {time} から何も投稿されていません。Discordが拒否しています: {reason}。直すと、待っているメッセージは自動で投稿されます。',
  feedFailing:
    'フィード {feed} は {time} から失敗しています: {reason}。再試行は続きます。詳しくは `/feed show`。',
  feedPaused:
    'フィード {feed} は読み込みを止めています: {reason}。`/feed retry` で再開するか、`/feed remove` を使ってください。',
  manyThreads: {
    other:
      'アクティブなスレッドは{count}件です（上限は{most}件）。スレッドをアーカイブするか、`/feed edit` でコメント期間を短くしてください。',
  },
  commands: { description: '権限、フィード、チャンネル、スレッドを調べ、対処を示す' },
};
