import type { Translation } from '../compile.ts';
import type { mutes as english } from '../en/mutes.ts';

export const mutes: Translation<typeof english> = {
  muted: '**{name}** をこのサーバーでミュートしました。{known}',
  already: '**{name}** はすでにミュートされています（<@{by}>、{time}）。{known}',
  byProfile: 'Wirethread はこの投稿者をプロフィール {profile} で見分けます。',
  byName:
    'Wirethread はこの投稿者を {site} での名前だけで見分けます。その名前を使う全員がミュートされます。',
  hidden: {
    other: '{count} 件のコメントをその場所で非表示にしました。新しいコメントは投稿されません。',
  },
  undo: '取り消すには `/discussion unmute` を使ってください。',
  unmuted: '**{name}** のミュートを解除しました。',
  shown: { other: '{count} 件のコメントを再び表示します。' },
  none: 'このサーバーでミュートされている投稿者はいません。ミュートするには `/discussion mute` を使うか、コメントを右クリック → アプリ → **Mute this author** を選んでください。',
  heading: { other: 'このサーバーでミュートされている投稿者は {count} 人です：' },
  line: '- **{name}**（{site}）、<@{by}> が {time} にミュート',
  unknownSite: '不明なサイト',
  remedy: '`/discussion unmute` で全員が候補に出ます。',
  oneOption:
    'オプションを 1 つ入力してください：`comment` にコメントへのリンク、または `author` に名前。',
  notLink:
    'このサーバーのメッセージへのリンクではありません。コメントを右クリックし、「メッセージリンクをコピー」を選んで貼り付けてください。',
  noComment:
    'このメッセージはサイトのコメントではないか、Wirethread がもう保存していません。議論の中のコメントを選んでください。',
  manyComments:
    'このメッセージには複数のコメントがあります。`/discussion mute` のオプション `author` に名前を入力してください。',
  noAuthor:
    'このサーバーに「{name}」のコメントはありません。名前の初めを入力して一覧から選ぶか、コメントへのリンクを入力してください。',
  severalAuthors: '「{name}」という投稿者は複数います。オプションの一覧から選んでください：',
  notMuted:
    '「{name}」という名前でミュートされている人はいません。`/discussion muted` で一覧を確認できます。',
  expired:
    'このコメントの議論はずっと前に終わり、Wirethread はもう保存していません。同じ投稿者の新しいコメントに `/discussion mute` を使ってください。',
  nameless:
    'このコメントには投稿者の名前がないため、ミュートできません。削除してもらうにはコメントを報告してください。',
  tooMany:
    'このサーバーではすでに上限の {number} 人をミュートしています。不要になったものを `/discussion unmute` で解除してください。',
  commands: {
    mute: 'ある投稿者のコメントをこのサーバーに表示しない',
    comment: 'コメントの 1 つへのリンク（右クリック → メッセージリンクをコピー）',
    author: '投稿者の名前：初めを入力してください',
    unmute: 'ミュートした投稿者のコメントを再び表示する',
    mutedAuthor: 'ミュートした投稿者',
    muted: 'このサーバーに表示しない投稿者の一覧',
  },
};
