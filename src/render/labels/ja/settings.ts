import type { Translation } from '../compile.ts';
import type { settings as english } from '../en/settings.ts';

export const settings: Translation<typeof english> = {
  noChannel:
    '案件とアラート：チャンネル未設定。`/settings set moderators-channel:#…` で選んでください',
  channel: '案件とアラート：{channel}',
  waiting: { other: 'チャンネルを選ぶまで {count} 件のアラートが待機しています' },
  trouble: 'そこには何も投稿できません：{reason}',
  moderators: 'モデレーター：「メッセージの管理」権限を持つメンバー',
  moderatorsOr: 'モデレーター：「メッセージの管理」権限または {role} を持つメンバー',
  seniors: '上申された案件：「サーバー管理」権限を持つメンバー',
  seniorsOr: '上申された案件：「サーバー管理」権限または {role} を持つメンバー',
  noAlertRole:
    '緊急の案件は誰にも通知しません。ロールを選んでください：`/settings set alert-role:@…`',
  alertRole: { other: '緊急の案件と上申された案件を {role} に通知します（{count} 分に 1 回まで）' },
  language: 'カード・アラート・お知らせの言語：{language}',
  neverHides: '報告ではコメントを非表示にしません',
  hides: { other: '報告が {count} 件でコメントを非表示にし、モデレーターの判断を待ちます' },
  reportsPerHour: { other: '1 人のメンバーが報告できるのは 1 時間に {count} 件までです' },
  evidence: { other: '終了した案件の本文は {count} 日後に削除されます' },
  summary: '毎月のまとめを {zone} の暦で {channel} に投稿します',
  noSummary:
    '全員向けの月次まとめはありません。有効にするには：`/settings set transparency-channel:#…`',
  badZone:
    '`time-zone` に「{zone}」は使えません：Asia/Tokyo、America/Sao_Paulo、UTC のような地名を書いてください。',
  unknown: 'その設定はありません。一覧から選んでください。',
  nothing: '変更する内容がありません。オプションを 1 つ以上入力してください。',
  hiddenCommands:
    'Discord は `/rules`、`/discussion`、`/audit` を「メッセージの管理」権限を持つメンバーにだけ表示します。サーバー設定 → 連携サービス → Wirethread で {role} に許可してください。',
  openChannel:
    '{channel} は全員が読めます。カードには報告されたメッセージと、誰が報告したかが表示されます。チャンネルの権限で @everyone から「チャンネルを見る」を外すか、別のチャンネルを選んでください。',
};
