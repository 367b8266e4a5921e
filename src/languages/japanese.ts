import type { Language } from './language.ts';

export const japanese = {
  called: ['japanese'],
  credits: {
    and: ['と'],
    anywhere: { and: ['と'] },
    works: {
      byline: ['執筆者', '筆者', '著者'],
      reporting: [
        '取材',
        '聞き手',
        'インタビュー',
        '特派員',
        '本紙記者',
        '取材・文',
        '取材・執筆',
        '取材・構成',
        '聞き手・構成',
      ],
      writing: ['文', '執筆', '文章', '文責', '取材・文', '構成・文', '文・写真'],
      editing: ['編集', '編集者', '構成', '校閲', 'デスク'],
      photography: ['写真', '撮影', 'カメラ', '写真・映像', '文・写真'],
      graphics: ['グラフィック', '図版', '作図'],
      illustration: ['イラスト', '挿絵'],
      video: ['映像', '動画', '動画編集'],
      translation: ['翻訳', '訳', '日本語訳'],
    },
    bare: {
      reporting: ['取材・文', '聞き手'],
      editing: ['編集'],
      photography: ['撮影', '写真'],
      translation: ['翻訳'],
    },
  },
  photos: { pictures: ['写真', '撮影'], bare: ['写真'] },
  jobs: { titles: ['記者', '特派員'] },
  names: { cities: ['東京', '大阪', 'ロンドン', 'パリ'] },
  boilerplate: {
    walls: [
      [
        'この記事は有料',
        'この記事は会員',
        '会員限定',
        '有料会員',
        '無料会員',
        '企業での記事共有',
        'ログイン',
        '会員登録',
      ],
      ['有料記事'],
    ],
    invitations: ['続きを読む', '続きはこちら', '全文を読む', '関連記事'],
    endings: ['続きを読む'],
  },
  comments: {
    counted: ['コメント', '件のコメント'],
    actions: ['返信', '通報', '通報する', '報告'],
    ago: ['前', '昨日'],
  },
} satisfies Language;
