import type { Translation } from '../compile.ts';
import type { statistics as english } from '../en/statistics.ts';

export const statistics: Translation<typeof english> = {
  commands: {
    stats: 'モデレーター用：開始と判断の件数、判断までの時間',
    days: '過去何日分か（既定：30）',
  },
  heading: { other: '過去 {count} 日間の案件' },
  opened: '🟦 開始：{opened}',
  ruled: '🟧 判断：{ruled}',
  waiting: '現在の判断待ち：{waiting}',
  reopened: '再開：{reopened}',
  appeals: '異議：{appeals}',
  illegal: '違法な内容の報告：{count}',
  median: '判断までの時間（中央値）：{duration}',
  noRulings: '判断なし',
  rulings: '判断：{list}',
  removedFor: '削除の理由：{list}',
  part: '{name} {count}',
  accuracy: '読者の報告の妥当率：{percent}（{count} 件中）',
  perDay: 'グラフは 1 日ごとの件数です（UTC）。',
  perWeek: 'グラフは 1 週間ごとの件数です（UTC）。',
  chart: '開始と判断の件数の棒グラフ。{list}',
  chartPart: '{date}：開始 {opened}、判断 {ruled}',
  chartNothing: '該当する案件はありません。',
  reasons: {
    abuse: '暴言',
    offensive: '不快',
    'off-topic': '話題と無関係',
    spam: 'スパム',
    false: '誤解を招く',
    'personal-information': '個人情報',
    illegal: '違法な内容',
    other: 'その他',
  },
};
