import type { Translation } from '../compile.ts';
import type { report as english } from '../en/report.ts';

export const report: Translation<typeof english> = {
  reasons: {
    abuse: '暴言・侮辱・脅迫',
    offensive: '不快・憎悪的',
    'off-topic': '話題と無関係',
    spam: 'スパム・広告',
    false: '虚偽・誤解を招く',
    'personal-information': '誰かの個人情報',
    illegal: '違法な内容',
    other: 'その他',
  },
  titles: {
    comment: 'このコメントを報告',
    message: 'このメッセージを報告',
    flag: 'このメッセージを報告',
    law: '違法な内容：どの法律ですか？',
  },
  labels: {
    reason: '何が問題ですか？',
    details: 'モデレーターに伝えたいことはありますか？',
    law: 'どの法律に、どのように違反していますか？',
    goodFaith: '誠実に申告していますか？',
  },
  hints: {
    details: 'モデレーターだけが読みます。',
    law: '国と法律の名前を書き、該当する言葉を引用してください。モデレーターだけが読みます。',
    goodFaith: '書いた内容が正確で漏れがないと考えていること。',
  },
  placeholders: { reason: '理由を選ぶ', goodFaith: '確認してください' },
  choices: { goodFaith: 'はい、知る限り事実です' },
  receipts: {
    opened:
      'ありがとうございます。報告は案件 {number} としてモデレーターに届きました。結果は `/flags mine` で確認できます。誰が報告したかは誰にも見えません。',
    joined:
      'ありがとうございます。報告はモデレーターを待つ案件 {number} に加わりました。結果は `/flags mine` で確認できます。誰が報告したかは誰にも見えません。',
    alreadyRuled:
      'この本文は案件 {number} ですでに判断されています。報告はそこに加わりました。結果は `/flags mine` で確認できます。',
    reportedBefore: 'すでに報告済みです（案件 {number}）。結果は `/flags mine` で確認できます。',
  },
  law: {
    ask: 'あと 1 つ：どの法律に違反するかを書いてください。そうするとコメントはすぐ非表示になり、モデレーターが読むまで続きます。',
    askMessage:
      'あと 1 つ：どの法律に違反するかを書いてください。まず上級モデレーターが読みます。Wirethread にできるのは取り消せない削除だけなので、人が判断します。',
    hidden: 'ありがとうございます。モデレーターが案件 {number} を読むまでコメントは非表示です。',
    noted: 'ありがとうございます。モデレーターは案件 {number} でそれを確認します。',
    before: '違反する法律はすでに伝わっています（案件 {number}）。',
    unknown: '案件 {number} では何も報告していません。先にメッセージを報告してください。',
    otherReason: '案件 {number} では、違法な内容とは別の理由を選んでいます。',
    confirm: '誠実に申告していることを確認して、もう一度送信してください。',
  },
  buttons: { law: '法律を示す' },
  outcomes: {
    open: 'モデレーター待ち',
    escalated: '上級モデレーター待ち',
    removed: 'メッセージは削除されました',
    hidden: 'メッセージは非表示になりました',
    acted: 'モデレーターが対応しました',
    gone: 'コメントはサイトで削除されました',
    noFault: 'モデレーターは問題なしと判断しました',
    ignored: 'モデレーターは判断せずに終了しました',
    duplicate: '別の案件で判断されます',
  },
  notified: {
    outcome: '**{server}** での報告（案件 {number}）：{outcome}。',
    about: '対象：{about}。',
    more: '-# サーバーの `/flags mine` で自分の報告をすべて確認できます。このメッセージを止めるには：`/privacy messages on:False`。',
  },
  commands: {
    flag: 'リンクでメッセージをモデレーターに報告する',
    link: 'メッセージのリンク（右クリック → メッセージリンクをコピー）',
    reason: '何が問題か',
    details: 'モデレーターに伝えたいこと',
  },
  refusals: {
    own: '自分のメッセージです。自分で削除できます。',
    banned:
      'このサーバーのモデレーターはあなたの報告を受け付けていないため、送信されませんでした。間違いだと思う場合は、モデレーターに連絡してください。',
    tooMany: {
      other:
        'この 1 時間に {count} 件のメッセージを報告しました。モデレーターに届いています。次の報告は少し待ってください。',
    },
    otherVersion:
      'このフォームは別のバージョンの Wirethread のものです。もう一度開いて理由を選んでください。',
    unseen: 'このメッセージは存在しないか、チャンネルが見えません。',
    deleted: 'このメッセージはすでに削除されているため、報告は不要です。',
    gone: 'このコメントはもうないため、報告は不要です。',
    expired:
      'このコメントの議論はずっと前に終わり、Wirethread は保存していたコメントを削除しました。報告は受け付けません。モデレーターは Discord でメッセージを削除できます。',
    ownOld:
      'Wirethread はこの自分のメッセージをもう保存していません。議論または記事がずっと前に終わったためです。モデレーターは Discord でメッセージを削除できます。',
    botMessage:
      'これは Wirethread 自身のメッセージです。報告できるのはコメントとメンバーのメッセージです。記事に誤りがあれば、発行元に連絡してください。',
    packed:
      'このメッセージには複数のコメントがあります。該当するコメントの横のボタンを押してください。',
    notLink:
      'このサーバーのメッセージへのリンクではありません。メッセージを右クリックし、「メッセージリンクをコピー」を選んで貼り付けてください。',
    noReason: '一覧から理由を選んでください。',
  },
};
