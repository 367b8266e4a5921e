import type { Translation } from '../compile.ts';
import type { alerts as english } from '../en/alerts.ts';

export const alerts: Translation<typeof english> = {
  channelPaused: '{channel} に何も投稿できません：{reason}。{remedy}',
  channelDeleted:
    'チャンネル #{name} が削除されたため、記事が待機しています。各フィードを `/feed edit` の `channel` で別のチャンネルに移すか、`/feed remove` で削除してください。',
  unnamedDeleted:
    'Wirethread の投稿先チャンネルが削除されたため、記事が待機しています。各フィードを `/feed edit` の `channel` で別のチャンネルに移すか、`/feed remove` で削除してください。',
  remedies: {
    forumTag:
      'このフォーラムでは投稿にタグが必要ですが、記事のトピックに合うタグがありません。`/feed edit` の `forum-tag`（設定ファイルでは `forumTagId`）でタグを選ぶか、タグなしの投稿を許可してください。その後、待機中のメッセージは自動で投稿されます。',
    unlock:
      'スレッドがロックされています。ロックを解除するか、Wirethread に「スレッドの管理」を許可してください。その後、待機中のメッセージは自動で投稿されます。',
    permissions:
      'Wirethread に {permissions} を許可してください。その後、待機中のメッセージは自動で投稿されます。',
  },
  stuck:
    '{time} から {channel} にメッセージを投稿できません：{reason}。再試行を続け、その間も次のメッセージは投稿されます。',
  refused:
    'Discord が {channel} で{message}を拒否しました：{reason}。このメッセージは飛ばし、以降は通常どおり投稿します。チャンネルの AutoMod ルールと、`/feed test` でフィードの内容を確認してください。',
  messages: {
    story: '記事',
    digest: 'まとめ投稿',
    notice: 'お知らせ',
    comment: 'コメント',
    pack: '複数のコメントを含むメッセージ',
    card: '案件のカード',
    summary: '月次まとめ',
    removal: '削除',
  },
  notRemoved:
    'モデレーターが削除した {channel} のメッセージを Wirethread が削除できませんでした：{reason}。「メッセージの管理」を許可するか、手動で削除してください。1 時間ごとに再試行します。',
  timeout: {
    begin:
      '案件 {number} の判断どおりに {member} をタイムアウトできませんでした：{reason}。{remedy}',
    end: '案件 {number} の判断どおりに {member} のタイムアウトを終了できませんでした：{reason}。{remedy}',
    permission:
      '「メンバーをタイムアウト」の権限と相手より上位のロールを与えるか、手動で行ってください。1 時間ごとに再試行します。',
    byHand: '手動で行うか、判断を取り消してください：`/flags show case:{number}`。',
  },
  personasRefused: {
    'give-permission':
      '{channel} のスレッドのコメントは、投稿者名ではなく Wirethread の名前で投稿されています。Webhook を使えないためです。「ウェブフックの管理」を許可すると、次のコメントから投稿者名に戻ります。または `/feed edit` の `personas` をオフにしてください。',
    'delete-webhooks':
      '{channel} のスレッドのコメントは、投稿者名ではなく Wirethread の名前で投稿されています。チャンネルの Webhook が上限に達しているためです。チャンネル設定の「連携サービス」で 1 つ削除するか、`/feed edit` の `personas` をオフにしてください。',
  },
  failingForDay:
    'フィード {address} を 1 日読み取れませんでした。{reason} 間隔を空けて再試行します。`/feed show` で状態、`/feed test` で応答を確認でき、`/feed remove` で削除できます。',
  failing: {
    other:
      'フィード {address} を {count} 回続けて読み取れませんでした。{reason} 間隔を空けて再試行します。`/feed show` で状態、`/feed test` で応答を確認でき、`/feed remove` で削除できます。',
  },
  paused:
    'フィード {address} を一時停止しました：{duration}の間に {number} 回続けて読み取れませんでした。{reason} サーバーやアドレスが復旧したら `/feed retry` で再開するか、`/feed remove` で削除してください。',
  pausedRefused:
    'フィード {address} を一時停止しました：{duration}の間に {number} 回続けて読み取れませんでした。{reason} 発行元にこのボットの許可を依頼するか、必要なユーザー名とパスワードで追加し直してください。その後 `/feed retry` で再開するか、`/feed remove` で削除してください。',
  gone: 'フィード {address} は完全になくなりました（410、サーバーの応答）。もう読み取りません。新しいアドレスを探して `/feed add` で追加し、これは `/feed remove` で削除してください。復活したら `/feed retry` で再開できます。',
  flooding: {
    other:
      'フィード {address} に{duration}以内で新しい記事が {count} 件ありました。おそらくサーバーが読み取りのたびに各記事へ新しい ID を付けています。Wirethread はフィードごとに最新の {count} 件だけを保存するため、古い記事が再び投稿されることがあります。`/feed test` で内容を確認し、発行元に変わらない ID を依頼するか、`/feed edit` の `poll-every` で間隔を空けるか、`/feed remove` で削除してください。',
  },
  discussionRefused: {
    channel:
      '{channel} の記事の議論を更新できませんでした：{reason}。Wirethread に「公開スレッドの作成」「スレッドでメッセージを送信」「スレッドの管理」を許可してください。',
    'thread-cap':
      '{channel} の記事の議論を更新できませんでした：{reason}。サーバーのアクティブなスレッドが多すぎます。いくつかアーカイブしてください。',
  },
  vanished:
    '{thread} の多くのコメントがサイトから一度に消えました。サイトが以前のように応答するまで、ここでは残します。サイトが削除したのか、障害なのかを確認してください。',
  vanishedUnnamed:
    'ある議論の多くのコメントがサイトから一度に消えました。サイトが以前のように応答するまで、ここでは残します。サイトが削除したのか、障害なのかを確認してください。',
  slowMode: {
    messages: {
      other:
        '{thread}に1分間で{count}件のメッセージがあったため、メンバーは{time}まで次のメッセージを{every}待ちます。スレッドで `/discussion slow-mode every:Off` を使うと終わります。ルールは `/rules list` にあります。',
    },
    reports: {
      other:
        '{thread}で10分間にメンバーのメッセージへの報告が{count}件あったため、メンバーは{time}まで次のメッセージを{every}待ちます。スレッドで `/discussion slow-mode every:Off` を使うと終わります。ルールは `/rules list` にあります。',
    },
  },
  slowModeRefused: {
    begin:
      'Wirethreadは{thread}を低速モードにできませんでした。スレッドのチャンネルで「スレッドの管理」を与えてから、`/discussion slow-mode` で設定してください。',
    end: 'Wirethreadは{thread}の低速モードを終わらせることができませんでした。変更する権限がもうありません。スレッドの設定で終わらせ、チャンネルで「スレッドの管理」を与えてください。',
  },
};
