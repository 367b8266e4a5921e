import type { Translation } from '../compile.ts';
import type { refusals as english } from '../en/refusals.ts';

export const refusals: Translation<typeof english> = {
  needsManager: 'この操作には「サーバー管理」権限が必要です。権限を持つ人に頼んでください。',
  needsModerator:
    'この操作には{where}「メッセージの管理」権限またはモデレーターのロールが必要です。モデレーターに頼んでください。',
  inServer: 'サーバー全体での',
  inChannel: '{channel} での',
  channelRefused:
    'Discord により、このチャンネルでの操作が拒否されました（{reason}）。Wirethread のロールに「チャンネルを見る」と「メッセージ履歴を読む」を許可して、もう一度お試しください。',
  discordRefused: 'Discord に拒否されました（{reason}）。しばらくしてからもう一度お試しください。',
  internal:
    'Wirethread で内部エラーが発生しました。もう一度お試しください。繰り返す場合は、このボットの運用者に知らせてください（詳細はログにあります）。',
  serversOnly: 'Wirethread はサーバー内でのみ使えます。サーバーでコマンドを使ってください。',
  older:
    '古いバージョンの Wirethread のものです。コマンドをもう一度使うか、`/help` を見てください。',
  everyone:
    '`{option}` に @everyone は使えません。一部のメンバーだけが持つロールを選んでください。',
  value: '`{option}` に「{typed}」は使えません：{reason}。',
  duration:
    '`{option}` に「{typed}」は使えません：90s、15m、2 hours、3 days、1w のように整数と単位を書いてください（{least}以上）。',
  durationOrNever:
    '`{option}` に「{typed}」は使えません：90s、15m、2 hours、3 days、1w のように整数と単位を書くか（{least}以上）、never と書いてください。',
  expired: '有効期限が切れました。入力した内容をコピーして、コマンドをもう一度使ってください。',
  buttons: {
    correct: '{option} を修正',
    tryAgain: 'もう一度',
    openAgain: 'フォームをもう一度開く',
  },
  titles: { correct: '{option} を修正' },
  typed: '入力した内容：',
};
