import type { Translation } from '../compile.ts';
import type { summary as english } from '../en/summary.ts';

export const summary: Translation<typeof english> = {
  heading: '{month}のモデレーション',
  opened: '開始した案件：{count}',
  closed: '終了した案件：{count}',
  upheld: 'ルール違反：{count}',
  dismissed: '問題なし、またはすでに削除：{count}',
  removed: '削除の理由：{list}',
  part: '{name}（{count}）',
  otherReasons: 'その他の理由',
  appeals: '異議：{count}',
  illegal: '違法な内容の報告：{count}',
  median: '判断までの時間（中央値）：{duration}',
  none: 'なし',
  few: '5 件未満',
  about: '約 {count} 件',
  rounding: '個人について何も分からないように、件数は 5 の倍数に丸め、5 件未満は数えていません。',
  commands: {
    summary: '月次まとめを投稿前に見る',
    month: 'どの月か（既定：今月のこれまで）',
  },
  choices: { current: '今月のこれまで', last: '先月' },
  previewOf: '{time} に、1 か月分の件数で {channel} に投稿されます：',
  previewLast: '{month}のまとめの内容：',
  off: 'まとめは投稿されません。サーバーの管理者が `/settings set transparency-channel:#…` で有効にできます。内容：',
};
