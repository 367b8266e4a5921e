import type { Translation } from '../compile.ts';
import type { discussions as english } from '../en/discussions.ts';

export const discussions: Translation<typeof english> = {
  states: {
    waiting: '最初のコメント待ち',
    open: '受付中',
    'closing-soon': '受付中（まもなく終了）',
    closing: '終了処理中（最後のコメントを投稿しています）',
    closed: '終了',
    detached: '終了（スレッドが削除されたため）',
    expired: '終了（コメントはもう保存されていません）',
  },
  stateIs: 'この議論の状態：{state}。',
  stateIn: 'この議論の状態：{state}（{thread}）。',
  closed: '議論を終了しました。まだコメントがなかったため、スレッドは作られません。',
  closing: '議論を終了します。Wirethread は最後のコメントを投稿してからスレッドをロックします。',
  reopened: '議論を再開しました。`/discussion close` を使うまで続きます。',
  reopenedUntil: '議論を {time} まで再開しました。',
  neverByFeed:
    'フィードの設定では終了しません。終了させないようにするには、`/discussion close` の後に `for` なしで `/discussion reopen` を使ってください。',
  laterByFeed:
    'フィードの設定では、より後の {time} に終了します。その日時に合わせるには `/discussion extend by:{duration}` を使ってください。',
  extended: '議論は {time} まで続きます。',
  closesAt: '終了日時：{time}。',
  noClosingTime: '終了日時はありません。',
  lastError: '最後のエラー：{error}',
  comments: {
    posted: { other: 'コメント {count} 件中 {posted} 件を投稿済み' },
    mirrored: { other: 'コメント {count} 件を転載済み' },
    mirroredOf: { other: 'サイトのコメント {count} 件中 {mirrored} 件を転載済み' },
    leftOut: {
      other: '{mirrored}（`/feed edit` の `backlog` の設定により、古い {count} 件は対象外）',
    },
    noMore: '{mirrored}（それ以上は取得できません）',
    waiting: { other: '{comments}、送信待ちのメッセージ {count} 件。' },
    allSent: '{comments}。',
    tooMany:
      'このサイトにはコメントが非常に多くあります。Wirethread は毎回、新しいほうから {read} 件を読み、それ以外をここで削除することはなく、最大 {stored} 件を掲載します。',
  },
  source: {
    none: 'この記事にはコメントの取得元がありません。',
    elsewhere: 'コメントは {system} で表示されています（{reason}）。',
    elsewhereAt: 'コメントは {system} で表示されています（{reason}）：{address}。',
    is: 'コメントの取得元：{source}。',
    foundBy: 'コメントの取得元：{source}（手がかり：{clue}）。',
    notRead: '未読み取り。',
    read: '前回の読み取り：{time}。',
    next: '次回の確認：{time}。',
    inPlaceOf:
      '次の取得元に障害があるため、その代わりです：{failing}。{reason} 再試行（{failing}）：{time}。',
  },
  choice: {
    noStory:
      '見出しに「{words}」を含む、議論のある記事はありません。見出しの別の言葉を入力するか、一覧から選んでください。',
    severalStories: '該当する記事が複数あります。見出しをもう少し入力してください：',
    line: '{headline}（{channel}）',
    more: { other: '… ほか {count} 件。' },
  },
  refusals: {
    none: 'ここに議論はありません。議論のスレッドでコマンドを使うか、オプション `story` で記事を選んでください。',
    detached:
      'スレッドが削除されたため、この議論は終了しました。コメントはもう転載されません。記事は残ります。',
    expired:
      'この議論はずっと前に終わり、Wirethread は保存していたコメントを削除しました。再開はできません。スレッドとメッセージは Discord に残ります。',
    noClosingTime: 'この議論には終了日時がないため、延長は不要です。',
    ended: 'この議論の状態：{state}。再開するには `/discussion reopen` を使ってください。',
    open: '再開するものがありません。この議論の状態：{state}。',
  },
};
