import type { Translation } from '../compile.ts';
import type { feed as english } from '../en/feed.ts';

export const feed: Translation<typeof english> = {
  add: {
    added: '**{name}** を {channel} に投稿します：{address}',
    interval: 'Wirethread は{interval}読み取ります。',
    firstNone: '次の新しい記事から投稿します。',
    firstOnly: '唯一の記事を今投稿します。',
    firstAll: { other: '{count} 件の記事を今投稿します。' },
    firstOf: { other: '{total} 件のうち最新の {count} 件を今投稿します。' },
    notInThread: 'コメントは転載しません。スレッド内の記事には専用のスレッドがないためです。',
    notMirrored: 'コメントは転載しません。',
    mirrored: 'サイトにコメントがあれば転載します。',
    neverCloses: '議論は終了しません。',
    closes: '議論は公開から{duration}後に終了します。',
    choose:
      'このサイトには {number} 件のフィードがあります。{channel} に投稿するものを選んでください。',
    placeholders: { choose: 'フィードを選ぶ' },
    choiceExpired: 'この選択は期限切れです。`/feed add` をもう一度使ってください。',
    noChannel:
      '記事の投稿先を選んでください。`channel` にテキスト、アナウンス、フォーラムのチャンネルかスレッドを指定します。',
  },
  edit: {
    buttons: { save: '保存', discard: '破棄' },
    expired: 'このプレビューは期限切れです。`/feed edit` をもう一度使ってください。',
    discarded: '破棄しました。何も変わっていません。',
    place: '{channel} の {address}',
    moved:
      '{address} を {from} から {to} に移しました。次の記事からそこに投稿します。投稿済みの記事と議論はそのままです。',
    wouldMove: '{address} は {from} から {to} に移ります。「保存」を押すまで何も保存されません。',
    alsoChanged: 'ほかの変更：{options}。',
    nothing: '{feed}：変更する内容がありません。現在の設定：',
    changed: '{feed}：{options} を変更しました。次の記事から適用されます。',
    wouldChange: '{feed}：{options} が変わります。「保存」を押すまで何も保存されません。',
    silentRoles:
      '{roles} へのメンションは誰にも通知されません。ロールの設定で全員のメンションを許可するか、Wirethread にすべてのロールへのメンションを許可してください。',
    persona: 'コメントは「{name}」として、チャンネルの Webhook で投稿されます。',
    personaLacks:
      'Wirethread には {channel} で「ウェブフックの管理」権限がありません。許可するまで、コメントは Wirethread の名前で投稿されます。',
    passing: { other: '最近の {total} 件のうち {count} 件がフィルターを通ります。' },
    nonePasses: '最近の {total} 件はどれもフィルターを通りません。',
    onlyPasses: '唯一の記事はフィルターを通ります。',
    onlyFails: '唯一の記事はフィルターを通りません。',
    filteredOut: '最新の記事「{headline}」は除かれます：{reason}。',
    noInclude: '`include` フィルターのどれにも合いません',
    matched: {
      words: '見出しか要約に「{entry}」があります',
      topics: 'トピックに「{entry}」があります',
      authors: '執筆者に「{entry}」がいます',
    },
    inDigest: 'まとめ投稿では各記事は短くなります。単独のメッセージなら次のようになります：',
    noStory: 'このフィードにはまだ記事がないため、プレビューはありません。',
    postUntagged: 'タグのないフォーラム投稿：',
    postTagged: 'タグ {tags} のフォーラム投稿：',
    noMirrorInThread:
      'スレッドにはコメントを転載できません。スレッド内の記事には専用のスレッドがないためです。テキスト、アナウンス、フォーラムのチャンネルにフィードを追加してください。',
    warningTooLong:
      '`closing-warning` は議論の期間より短くする必要があります。1h や 30 minutes など短い時間、または none と書いてください。',
  },
  values: {
    quietHours:
      '2 つの時刻と、UTC 以外ならタイムゾーンを書いてください（22-7、22:00-07:00 Asia/Tokyo）。または none',
    digest:
      'hourly、または daily と時刻、UTC 以外ならタイムゾーンを書いてください（daily 8am Asia/Tokyo）。または off',
    list: '100 文字以内の項目を 50 個まで、コンマ区切りで書いてください（フェリー, 市役所）。または none',
    backlog: '{least} から {most} までの数、または all と書いてください',
    noRole:
      'このサーバーにそのロールはありません。あるロール（@News, @Sport）か none と書いてください',
    tooManyRoles: 'ロールが {number} 個ありますが、メンションできるのは {most} 個までです',
    notForum: 'フィードのチャンネルはフォーラムではないため、記事にタグは付きません',
    noTag: 'フォーラムにそのタグはありません。タグ：{tags}',
    noTags: 'フォーラムにタグがありません',
  },
  list: {
    none: 'このサーバーにはまだフィードがありません。`/feed add url:https://…` で追加してください。',
    paused: '一時停止中：{error}',
    failing: '失敗中：{error}',
    lastRead: '前回の読み取り {time}',
    notRead: '未読み取り',
    declared: '設定ファイルから',
    remedy: '`/feed show` で 1 件を表示、`/feed export` ですべてを一覧にします。',
  },
  show: {
    notRead: 'まだ読み取っていません。',
    stored: { other: '保存された記事：{count} 件。' },
    posted: { other: '{thread} に {count} 件中 {posted} 件のコメントを投稿済み。' },
    moreBacklogs: { other: 'ほか {count} 件の記事のコメントを投稿中です。' },
    withAccess: 'アクセス設定を使って読み取り',
    movedFrom: '移転元：{address}。',
    lastChange: '前回の変更：{time}。',
    lastRead: '前回の読み取り：{time}。',
    noAnswer: '前回の読み取り：{time}、{seconds} 秒待っても応答なし。',
    unchanged: '前回の読み取り：{time}、{seconds} 秒で変更なし（304）。',
    answered: '前回の読み取り：{time}、{seconds} 秒で応答 {status}。',
    answeredSize: '前回の読み取り：{time}、{seconds} 秒で応答 {status}、{size}。',
    rateLimited: 'サーバーによる制限：{error}',
    rateLimitedSince: 'サーバーによる制限（最初は {time}）：{error}',
    failed: { other: '{count} 回続けて失敗：{error}' },
    failedSince: { other: '{count} 回続けて失敗（最初は {time}）：{error}' },
    pausedBecause: {
      gone: '**一時停止中**：完全に削除されたとサーバーが応答しています。`/feed retry` で再開できます。',
      refused:
        '**一時停止中**：サーバーが Wirethread の読み取りを許可していません。`/feed retry` で再開できます。',
      failing: '**一時停止中**：失敗が長く続いています。`/feed retry` で再開できます。',
    },
    now: '今すぐ',
    next: '次の読み取り：{time}。',
    nextThen: '次の読み取り：{time}、その後は{interval}（{reason}）。',
    nextAsked: '次の読み取り：{time}、{reason}。',
    pace: {
      interval: 'ここでの設定どおり',
      ttl: '発行元の ttl の指定どおり',
      cache: '発行元のキャッシュヘッダーの指定どおり',
      'retry-after': 'サーバーの Retry-After の指定どおり',
      backoff: 'エラーのため間隔を延長',
    },
    inChannel: '**{channel}**',
    inChannelDeclared: '**{channel}**（設定ファイルから）',
  },
  reading: 'Wirethread が {address} を読み取っています。結果は `/feed show` で確認できます。',
  place: '{channel} の {address}',
  removeQuestion:
    '{feed} を削除しますか？設定は削除され、開いている議論は終了します。投稿済みの記事は残ります。別のチャンネルに投稿するには `/feed edit` の `channel` を使ってください。',
  buttons: { remove: '削除', keep: '残す' },
  removed:
    '{address} はもう {channel} に投稿されません。投稿済みの記事は残ります。開いていた議論は終了しました。',
  stays: '{feed} はそのままです。何も変わっていません。',
  empty:
    '**{title}** は記事のないフィードです。今追加しておけば、最初の記事が出たときに投稿されます。',
  canBeRead: { other: '**{title}** を読み取れます：{count} 件の記事。' },
  leftOut: { other: 'Wirethread の上限を超える {count} 件は省きました。' },
  wouldBePosted: '最新の記事は次のように投稿されます（記事のページからの情報も加わります）：',
  files: {
    nothingToExport: 'このサーバーには書き出すフィードがありません。',
    exported: {
      other:
        '{count} 件のフィード（チャンネルごとに 1 フォルダー）。アドレスは完全なもので、秘密のキーを含むことがあります。ファイルの共有には注意してください。',
    },
    withoutSecrets: {
      other:
        'ユーザー名、パスワード、Cookie は含まれません。読み込み後、{count} 件のフィードで再び必要です。',
    },
    nothingListed: 'このファイルにフィードがありません。各フィードに `xmlUrl` が必要です。',
    added: { other: '{channel} に {count} 件のフィードを追加しました。' },
    groups: {
      added: '追加',
      known: '追加済み',
      refused: 'ウェブアドレスではない',
      left: '残り',
    },
    importAgain: '残りのフィードを追加するには、同じファイルをもう一度読み込んでください。',
    firstNone: '次の新しい記事から投稿します。',
    first: {
      other: 'Wirethread がフィードを読み取ったときに、それぞれ最新の {count} 件を投稿します。',
    },
    allRead: 'すべて読み取りました。',
    readSoFar: { other: '{count} 件中 {read} 件のフィードを読み取りました。' },
    unread: {
      other: '{count} 件は読み取れませんでした。どれかは `/feed list`、理由は `/feed show` で。',
    },
  },
  trial: {
    read: { other: '最新の記事のコメント：{count} 件を読み取りました（{source}）。' },
    readPart: {
      other:
        '最新の記事のコメント：{total} 件中 {count} 件を読み取りました（{source}）。それ以上は得られません。',
    },
    isClosed: '議論は終了しています。',
    othersOnSite: '残りはサイトにあります。',
    othersAt: '残りはサイトにあります：{address}。',
    first: '最初のコメントは **{author}**：{text}',
    unread: '最新の記事にはコメントがあるようですが、読み取れません：{reason}',
    unreadCount: {
      other: '最新の記事には {count} 件のコメントがあるようですが、読み取れません：{reason}',
    },
    giveSelectors:
      '`/feed edit` の `comment-selectors` でページの CSS セレクターを指定するか、転載をオフにしてください。',
    theyAreAt: 'コメントは {address} にあります。',
    elsewhere: 'サイトのコメントは {system} で表示されています。{reason}ため、転載しません。',
    elsewhereCount: {
      other:
        'サイトのコメントは {system} で表示されています（{count} 件）。{reason}ため、転載しません。',
    },
    discussHere:
      'Discord で議論できます：`/feed edit` の `open-thread` を「{choice}」にしてください。発行元がコメントフィード（`wfw:commentRss`）を提供する方法もあります。',
    reasons: {
      needsKey: '読み取りにはキーが必要で、ボットの運用者が {setting} を設定する必要がある',
      unreadable: 'Wirethread では読み取れない',
    },
    ownSystem: 'サイト独自のシステム',
    none: '最新の記事のコメントは見つかりませんでした。',
    notMirrored: 'コメントは転載しません：{reason}',
  },
  refused: {
    notHere: 'このフィードはこのサーバーにありません。`/feed list` で一覧を確認できます。',
    unknown:
      'このサーバーに「{typed}」というフィードはありません。コマンドの一覧から選ぶか、`/feed list` を見てください。',
    severalFit:
      '{number} 件のフィードが当てはまります。コマンドの一覧から選ぶか、後ろにチャンネルを書いてください（… in #news）：',
    declaredEdit:
      'このフィードは設定ファイルで指定されています。そこで設定を変え、Wirethread を再起動してください。',
    declaredRemove:
      'このフィードは設定ファイルで指定されています。そこから削除し、Wirethread を再起動してください。',
    alreadyThere:
      '{channel} にはこのフィードがすでにあります。`/feed remove` で削除するか、別のチャンネルに追加してください。',
    alreadyInOther:
      '{channel} にはこのフィードがすでにあります。別のチャンネルを選ぶか、`/feed remove` でどちらかを削除してください。',
    notAnAddress:
      '「{typed}」はフィードのアドレスではありません。`https://example.org/feed.xml` のように `https://` で始まるものか、`example.org` のようなサイトのアドレスを指定してください。Reddit の `r/name`、Mastodon の `@name@server`、Bluesky の `@name.bsky.social` も使えます。',
    addressTooLong:
      'このアドレスは {number} 文字を超えており、フィードには長すぎます。短いものを指定してください。',
    noFeedFound:
      '{address} はウェブページで、そのサイトのフィードは見つかりませんでした。試したもの：{tried}。ページで「RSS」や「Feed」を探し、そのアドレスを指定してください。',
    lacksPermissions:
      'Wirethread には {channel} で次の権限がありません：{permissions}。ロールに許可してから、`{command}` をもう一度使ってください。',
    noStoriesThere:
      '{channel} には記事を投稿できません。テキスト、アナウンス、フォーラムのチャンネルかスレッドを選んでください。',
    isDiscussion:
      '{channel} は記事の議論です。ほかの記事がコメントに混ざってしまいます。別のスレッドかチャンネルを選んでください。',
  },
};
