import type { Translation } from '../compile.ts';
import type { caseNotes as english } from '../en/case-notes.ts';

export const caseNotes: Translation<typeof english> = {
  ping: '{role} 案件 {number} は緊急です：{card}',
  pingMore: { other: 'ほかに {count} 件の緊急の案件が待っています：`/flags queue`' },
  reporter: '{member}（報告 {count} 件中 {upheld} 件が妥当、重み {weight}%）',
  fullReporter: '{member}（報告 {count} 件中 {upheld} 件が妥当）',
  rule: 'サーバーのルールによる報告：{rules}',
  law: '報告者が誠実に示した法律：「{text}」',
  appeal:
    '{moderator} の判断に投稿者が {time} に異議を申し立てています（{moderator} は判断できません）：「{text}」',
  appealExpired: '{moderator} の判断に投稿者が {time} に異議を申し立てました。',
  notified: '投稿者には判断をプライベートメッセージで知らせました。',
  notNotified:
    '投稿者に判断を知らせられませんでした：Discord が Wirethread のプライベートメッセージを届けません。',
  approved:
    'モデレーターは以前この本文を問題なしとしています。非表示にするには、より多くの報告が必要です。',
};
