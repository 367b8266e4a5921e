import type { Translation } from '../compile.ts';
import type { rules as english } from '../en/rules.ts';

export const rules: Translation<typeof english> = {
  commands: {
    rules: '人より先にコメントを報告または非表示にするルール',
    list: 'ルールを表示する',
    addWords: 'コメントの中の言葉を監視する',
    words: '大文字と小文字は区別しません。* は任意の文字：idiot*、無料コイン*',
    addLink: 'あるドメインへのリンクを監視する',
    domain: 'coins.example のようなドメイン。サブドメインも含みます',
    action: '該当するコメントをどうするか（既定：報告）',
    remove: '言葉またはドメインの監視をやめる',
    pattern: '一覧にあるとおりに',
    try: '文章がどのルールに該当するかを表示する',
    text: 'コメントの本文',
    firstComment: '投稿者の最初のコメントをどうするか',
    repeat: '以前ルールに違反した投稿者のコメントをどうするか',
    what: 'どうするか',
    upheld: 'コメントの違反が何件になったら適用するか（既定：3）',
    days: '何日以内か（既定：30）',
  },
  choices: {
    report: 'モデレーターに報告する（読者には表示）',
    hide: 'モデレーターが読むまで非表示にする',
    off: '何もしない',
  },
  actions: { report: '報告', hide: '確認まで非表示' },
  intro: '次のルールは、記事のサイトのコメントに、届いた時と編集された時に適用されます：',
  membersUnread:
    '-# メンバーがDiscordに書いたことは読みません。Message Contentインテントが必要だからです。Wirethreadの運営者がDiscordのDeveloper Portal（Bot → Message Content Intent）で有効にし、READ_MEMBER_MESSAGES=trueを設定します。それまではDiscordのAutoModを使ってください。',
  membersRead:
    '-# 議論のスレッドにメンバーが書いたことも対象で、報告されます。ルールでメンバーのメッセージが削除されることはありません。ルールなら非表示にするものは、案件の一覧の先頭に来ます。モデレーターのメッセージと他のチャンネルは対象外です。',
  none: 'ルールはまだありません。`/rules add-words`、`/rules add-link`、`/rules first-comment`、`/rules repeat-offender` で追加してください。',
  wordsLine: '言葉「{pattern}」：{action}',
  linkLine: '{pattern} へのリンク：{action}',
  firstLine: '投稿者の最初のコメント：{action}',
  repeatLine: { other: '{days}以内に違反が {count} 件ある投稿者：{action}' },
  added: '今後、言葉「{pattern}」を含むコメントの扱い：{action}。',
  addedLink: '今後、{pattern} へのリンクを含むコメントの扱い：{action}。',
  changed: '「{pattern}」はすでに監視しています。今後の該当コメントの扱い：{action}。',
  removed: '「{pattern}」の監視をやめました。これまでの案件はそのまま残ります。',
  firstSet:
    '今後、投稿者の最初のコメントの扱い：{action}。議論の転載を始める前のコメントは数えません。',
  firstOff: '投稿者の最初のコメントは、ほかのコメントと同じ扱いになりました。',
  repeatSet: {
    other: '今後、{days}以内に違反が {count} 件ある投稿者のコメントの扱い：{action}。',
  },
  repeatOff: '以前ルールに違反した投稿者も、ほかの人と同じ扱いになりました。',
  tried: 'この文章の扱いは「{action}」です。該当するルール：',
  triedNone: '監視している言葉とドメインは、この文章にありません。',
  fired: {
    words: '監視している言葉「{pattern}」',
    link: '{pattern} へのリンク',
    first: '投稿者の最初のコメント',
    repeat: { other: '投稿者の違反が{days}以内に {count} 件' },
  },
  refusals: {
    empty: '言葉を 1 つ以上書いてください。',
    'too-long': '長すぎます。100 文字以内にしてください。',
    'too-general': '該当するものが多すぎます。2 文字以上書いてください。',
    'inner-star': '単語の間に空白のない文字では、* は最初か最後にだけ使えます。',
    'no-domain':
      'ドメインではありません。coins.example のように書くか、アドレスを貼り付けてください。',
    unknown: '「{pattern}」は監視していません。監視中のものは `/rules list` で確認できます。',
    tooMany: {
      other: 'このサーバーはすでに上限の {count} 件を監視しています。先に 1 件削除してください。',
    },
  },
};
