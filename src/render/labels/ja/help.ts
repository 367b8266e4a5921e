import type { Translation } from '../compile.ts';
import type { help as englishHelp, steps as englishSteps } from '../en/help.ts';

export const help: Translation<typeof englishHelp> = {
  readers: {
    about: '**Wirethread** は、ニュースとその議論をこのサーバーに届けます。',
    stories:
      '各記事には執筆者などの情報と元の記事へのリンクがあります。記事のコメントはそのスレッドに表示されます。ここに書いたことは Discord の中だけに残ります。',
    report:
      '- コメントの下の *問題を報告* でモデレーターに報告できます。誰が報告したかは誰にも見えません。',
    flag: '- `/flag` は、終了した議論でも、リンクでどのメッセージでも報告できます。',
    flagCommand: '- メッセージを右クリック → アプリ → **Flag message**：報告する',
    flags:
      '- `/flags mine` は自分の報告の結果を表示し、`/flags appeal` は判断に異議を申し立てます。',
    privacy: '- `/privacy show | delete | messages`：自分について保存されている内容',
  },
  moderators: {
    heading: 'モデレーター向け',
    flagMessage: '- メッセージを右クリック → アプリ → **Flag message**：案件を開く',
    flags: '- `/flags queue | next | show | stats`：判断を待つ案件。カードのボタンで判断します。',
    audit:
      '- `/audit list | summary | export`：誰がいつ何をしたか。上級モデレーターはファイルで取得',
    discussion:
      '- `/discussion status | close | reopen | extend | slow-mode`：記事のスレッドの中が便利です',
    mute: '- `/discussion mute | unmute | muted`、またはコメントを右クリック → アプリ → **Mute this author**：このサーバーに表示しない投稿者',
    reporters: '- `/flags ban-reporter | unban-reporter | banned-reporters`：報告できないメンバー',
    rules:
      '- `/rules list | add-words | add-link | remove | try | first-comment | repeat-offender | slow-mode`：人より先にコメントを報告または非表示にする',
  },
  managers: {
    heading: 'サーバー管理者向け',
    feed: '- `/feed add | list | show | retry | remove | test`：フィードとその状態',
    edit: '- `/feed edit`：フィルター、ロール、記事の上の文、静かな時間、まとめ投稿、言語、チャンネル …（プレビュー付き）',
    health: '- `/health`: 権限、フィード、チャンネル、スレッドを調べる',
    files: '- `/feed import | export`：多数のフィードを OPML でまとめて',
    settings:
      '- `/settings show | set | clear`：モデレーターのチャンネルとロール、言語、報告の上限',
  },
  toDo: '**次にすること：**',
  welcome:
    'こんにちは！**Wirethread** はこのサーバーにフィードのニュースを投稿し、各記事のスレッドにコメントを表示します。始めるには、サーバー管理者が次のことをします：',
  later: 'あとは `/help` で、すべてのコマンドと残りの作業を確認できます。',
};

export const steps: Translation<typeof englishSteps> = {
  addFeed:
    'フィードを追加：`/feed add url:https://… channel:#…`。新聞社サイトのアドレスでもフィードが見つかります。',
  giveRole:
    'サーバー設定 → ロール、または投稿先のチャンネルで、Wirethread のロールに {permissions} を許可してください。',
  chooseChannel:
    '報告とアラートの送り先を選ぶ（モデレーターだけが読めるチャンネル）：`/settings set moderators-channel:#…`',
  moderatorsLack:
    '{channel} に報告とアラートを投稿できません。Wirethread のロールに {permissions} を許可するか、別のチャンネルを選んでください：`/settings set moderators-channel:#…`',
  moderatorsTrouble:
    '{channel} に報告とアラートを投稿できません：{reason} 別のチャンネルを選んでください：`/settings set moderators-channel:#…`',
  channelLacks:
    '{channel} に記事を投稿できません。Wirethread のロールに {permissions} を許可するか、`/feed edit` の `channel` でフィードを移してください。',
  paused: '<{address}> は一時停止中です。理由：`/feed show feed:{address}`',
};
