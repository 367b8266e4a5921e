import type { Translation } from '../compile.ts';
import type { sites as english } from '../en/sites.ts';

export const sites: Translation<typeof english> = {
  refused: {
    'login-only':
      '{site} はログインした人にだけ投稿を表示し、フィードがありません。その人や団体のウェブサイトかニュースレターを探し、そのアドレスを入力してください。多くはフィードがあります。',
    'no-feeds':
      '{site} にはフィードがありません。その人や団体のウェブサイトかニュースレターを探し、そのアドレスを入力してください。多くはフィードがあります。',
    spotify:
      '{site} はポッドキャストのフィードを公開していません。同じポッドキャストの Apple Podcasts（podcasts.apple.com）または公式サイトのアドレスを入力してください。',
    discord:
      'これは {site} のアドレスで、フィードはありません。アナウンスチャンネルをここに届けるには、そのチャンネルの「フォロー」ボタンを使ってください。',
  },
  advice: {
    youtube:
      'YouTube でチャンネルを開き、「チャンネルを共有」→「チャンネル ID をコピー」を選び、https://www.youtube.com/channel/ にその ID を付けて入力してください。',
    reddit:
      'Reddit は未知の相手にはあまり応答しません。拒否される場合は `poll-every` を長くしてください。',
    substack:
      'Substack のプロフィールにはフィードがありません。https://name.substack.com のような発行物のアドレスを入力してください。',
    bluesky: 'Bluesky は、未知の相手への表示を望まない人のフィードを公開しません。',
  },
  noComments: {
    'needs-key': '{site} は、API キーを持つ相手にだけコメントを提供します。',
    'own-pages': '{site} は、自社のページにだけコメントを表示します。',
    releases: 'GitHub のリリースには固有のコメントがありません。',
  },
};
