import type { Translation } from '../compile.ts';
import type { privacy as english } from '../en/privacy.ts';

export const privacy: Translation<typeof english> = {
  commands: {
    privacy: 'このサーバーで Wirethread が保存する自分の情報と、その削除',
    show: '自分について保存されている内容を表示する',
    delete: 'すぐに削除できるものを削除する',
    messages: '自分の報告についてのプライベートメッセージを受け取るかどうか',
    on: 'False で受け取りません。結果は `/flags mine` でいつでも確認できます',
  },
  nothing: 'このサーバーで Wirethread があなたについて保存しているものはありません。',
  intro: 'このサーバーで Wirethread があなたの Discord ID とともに保存している内容：',
  reports: { other: 'あなたの報告 {count} 件：案件、理由、時刻' },
  reportTexts: { other: 'そのうち {count} 件に書いた内容' },
  casesOn: { other: 'あなたのメッセージについての案件 {count} 件：名前と判断' },
  caseTexts: { other: 'そのうち {count} 件のメッセージの本文' },
  appeals: { other: '{count} 件の異議に書いた内容' },
  deeds: '監査ログの中の、あなたが行ったことの記録：誰が、いつ、何を（本文は含みません）',
  feeds: { other: '{count} 件のフィードを追加したこと' },
  noMessages: '報告についてのプライベートメッセージを受け取らないこと',
  banned: '{time} からモデレーターがあなたの報告を受け付けていないこと',
  limits:
    '本文は判断の {evidence}後、報告は受付の {reports}後に削除されます。`/privacy delete` は、残す必要のないものをすぐに削除します。',
  deleted: '削除しました：',
  nothingDeleted: 'すぐに削除できるものはありません。',
  kept: '当面残すもの：',
  deletedReportTexts: { other: '{count} 件の報告に書いた内容' },
  deletedCaseTexts: { other: '判断が済んだあなたのメッセージ {count} 件の本文' },
  deletedAppeals: { other: '{count} 件の異議に書いた内容' },
  keptOpen: {
    other:
      '判断を待つ案件 {count} 件に関するもの：案件が終了したら、もう一度このコマンドを使ってください',
  },
  keptReports: {
    other:
      '{count} 件の報告をしたこと（本文なし）：次の報告をどこまで信頼できるかをモデレーターが知るためのものです。受付の {reports}後に削除されます。',
  },
  keptCases: {
    other:
      'あなたのメッセージについての案件が {count} 件あったこと（本文なし）：次の案件があれば考慮されます',
  },
  keptBan: 'モデレーターがあなたの報告を受け付けていないこと',
  keptAudit: '監査ログ（本文は含みません）',
  messagesOn: '報告した案件が終了すると、Wirethread がプライベートメッセージで知らせます。',
  messagesOff:
    'プライベートメッセージは、あなた自身のメッセージへの判断についてだけ届きます。報告の結果は `/flags mine` で確認できます。',
};
