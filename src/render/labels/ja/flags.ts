import type { Translation } from '../compile.ts';
import type { flags as english } from '../en/flags.ts';

export const flags: Translation<typeof english> = {
  commands: {
    flags: '報告されたメッセージの一覧、案件、または自分の報告を表示する',
    queue: 'モデレーター用：判断待ち、または判断済みの案件',
    state: 'どの案件か（既定：判断待ち）',
    reason: 'この理由の報告がある案件だけ',
    channel: 'このチャンネルの案件だけ',
    feed: 'このフィードの議論の案件だけ',
    mineOnly: '自分が担当する案件だけ',
    show: 'モデレーター用：判断のための案件のカード',
    case: '/flags queue に表示される案件の番号',
    next: 'モデレーター用：誰も担当していない最も緊急な案件を順に表示する',
    mine: '過去 30 日間の自分の報告の結果',
    choices: {
      waiting: '判断待ち',
      open: '未対応',
      escalated: '上申',
      upheld: '違反：削除、非表示、警告、タイムアウト',
      dismissed: '却下',
    },
  },
  case: '案件 {number}',
  cases: { other: '{count} 件の案件' },
  none: '判断を待つ案件はありません。',
  noneSuch: 'この条件に合う案件はありません。',
  noCards:
    '案件のカードがまだありません。`/settings set moderators-channel` でチャンネルを選んでください。',
  cardsRefused:
    '{channel} にカードを投稿できません：{reason}。Wirethread に権限を与えるか、`/settings set moderators-channel` で別のチャンネルを選んでください。',
  escalatedWait: {
    other: '上級モデレーターの判断を待つ案件が {count} 件あります。',
  },
  pageOf: '{cases}、{pages} ページ中 {page} ページ',
  line: {
    case: '**案件 {number}**',
    escalated: '**上申**',
    urgency: '緊急度：{urgency}',
    opened: '開始 {time}',
    claimed: '担当 {member}',
    message: 'メッセージ',
    card: 'カード',
  },
  queue: {
    placeholders: { choose: 'まとめて判断する案件を選ぶ' },
    buttons: {
      previous: '前のページ',
      next: '次のページ',
      all: 'このページをすべて選ぶ',
      remove: '削除',
      hide: '非表示',
      'no-fault': '却下',
      ignored: '無視',
      escalate: '上申',
    },
    labels: { ruled: '完了：案件 {numbers}' },
    refused: '案件 {number}：{reason}',
    noneChosen: '先にメニューで案件を選んでください。',
  },
  mine: {
    none: '過去 30 日間に報告はありません。',
    line: '案件 {number}、報告 {time} · {what}：{outcome}',
    deleted: '案件 {number}、報告 {time}：削除済み',
  },
  noneLeft: 'あなたを待つ案件はありません。ありがとうございます。',
  aText: '本文',
  by: '{author} の{text}',
  byAt: '{author} の{text}（「{headline}」）',
  byInChannel: '{author} の{text}（{channel}）',
  noSuchCase: '案件 {number} はここにありません。`/flags queue` を見てください。',
  otherVersion:
    'このカードは別のバージョンの Wirethread のものです。`/flags queue` を使ってください。',
  refused: {
    ruledBefore: '案件 {number} は先に判断されています。{ruling}',
    claimed:
      '{member} が {time} に案件 {number} を担当しました。カードに表示されています。それでも判断する場合は、カードで行ってください。',
    changed: '案件は表示後に変わりました。カードを読み直してから判断してください。',
    textChanged:
      'このコメントは報告後に編集されました。カードに両方の本文があります。読み直してから判断してください。',
    escalatedByReport: '案件 {number} はすでに上申されています：違法な内容として報告されました。',
    escalatedBefore: '{member} が {time} に案件 {number} を上申しました。',
    needsSenior:
      'この案件は上申されています。「サーバー管理」権限か `/settings` の上級ロールを持つメンバーが判断します。',
    needsReason: '上申された案件の判断には理由が必要です。',
    escalateWhy: '理由を書いてください。上級モデレーターがカードで読みます。',
    ownRuling: 'これはあなた自身の判断への異議です。別のモデレーターが判断します。',
    nothingToUndo: 'この案件にはまだ判断がないため、取り消すものがありません。',
    noMember:
      'このコメントの投稿者はサーバーのメンバーではないため、警告やタイムアウトはできません。コメントを削除か非表示にするか、投稿者をミュートしてください。',
    noHiding:
      'メンバーのメッセージは非表示にできません。Discord では削除だけができます。*削除* を押してください。',
    expired:
      'このコメントの議論はずっと前に終わり、Wirethread は保存していたコメントを削除しました。この判断はもう取り消せません。',
    ownDuplicate: '案件は自分自身と重複できません。もう一方の番号を入力してください。',
    notANumber:
      '案件の番号ではありません。番号は各カードの上にあります：案件 12 なら 12 と入力します。',
  },
  modal: {
    titles: {
      remove: '案件 {number}：削除',
      hide: '案件 {number}：非表示',
      warn: '案件 {number}：メンバーに警告',
      timeout: '案件 {number}：メンバーをタイムアウト',
      'no-fault': '案件 {number}：却下',
      ignored: '案件 {number}：無視',
      duplicate: '案件 {number}：重複',
      void: '案件 {number}：サイトで削除済み',
      escalate: '案件 {number}：上申',
      undo: '案件 {number}：取り消し',
      bulk: { other: '{count} 件の案件を判断' },
    },
    labels: {
      reason: '理由',
      duration: '期間',
      message: 'メッセージをどうしますか？',
      original: 'もう一方の案件の番号',
    },
    hints: {
      reason: '監査ログに保存され、カードに表示されます。',
      deletion: 'メッセージは削除され、元に戻せません。カードに理由が表示されます。',
    },
    choices: { keep: '残す', delete: '削除する（元に戻せません）' },
  },
  acts: {
    muted: {
      other:
        '{author} をこのサーバーでミュートし、{count} 件のコメントを非表示にしました。`/discussion unmute` で再び表示できます。',
    },
    mutedBefore: '{author} はすでにこのサーバーでミュートされています。',
    closing:
      '議論を終了します。Wirethread は最後のコメントを投稿してからスレッドをロックします。`/discussion reopen` で再開できます。',
    staysDeleted: '判断を取り消しました。Discord で削除されたメッセージは元に戻せません。',
    ended: 'この議論はすでに終了しています。',
    publisher:
      'サイトでコメントを開いて報告し、*報告しました* を押してください。カードにそのことと、コメントが消えた時が表示されます。',
    publisherMarked:
      '案件 {number} を発行元に報告済みとしました。コメントが消えた時がカードに表示されます。',
    ruled: '案件 {number}：{state}。',
    buttons: { sent: '報告しました' },
  },
  timeout: {
    'not-a-member': 'このメンバーはサーバーを離れたため、タイムアウトできません。',
    exempt: 'Discord ではサーバーの所有者と管理者をタイムアウトできません。',
    'missing-permission':
      'Wirethread にはタイムアウトに必要な「メンバーをタイムアウト」権限がありません。サーバー設定でロールに許可してから、もう一度判断してください。何も変わっていません。',
    'higher-role':
      'このメンバーのロールは Wirethread より上位です。サーバー設定で Wirethread のロールを上に移してから、もう一度判断してください。何も変わっていません。',
    yourself:
      'タイムアウトには「メンバーをタイムアウト」権限か `/settings` のモデレーターのロールが必要です。何も変わっていません。',
  },
};
