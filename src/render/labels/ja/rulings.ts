import type { Translation } from '../compile.ts';
import type { rulings as english } from '../en/rulings.ts';

export const rulings: Translation<typeof english> = {
  removed: '**{server}** の {channel} でのあなたのメッセージは削除されました。',
  warned:
    '**{server}** の {channel} でのあなたのメッセージはルールに違反しました。これは警告です。',
  timedOut: '**{server}** の {channel} でのあなたのメッセージはルールに違反しました。',
  namelessServer: 'ある Discord サーバー',
  messageRemoved: 'メッセージは削除されました。',
  silentUntil: '{time} までサーバーで書き込めません。',
  reportedAs: '報告の理由：{reasons}',
  moderatorsWrite: 'モデレーターより：{reason}',
  byModerator: 'サーバーのモデレーターが {time} に判断しました（案件 {number}）。',
  bySenior: 'サーバーの上級モデレーターが {time} に判断しました（案件 {number}）。',
  appealPossible:
    '誤りだと思う場合は **異議を申し立てる** を押すか、サーバーで `/flags appeal case:{number}` を使ってください。別のモデレーターが判断します。',
  appealMade: '異議を申し立てました。別のモデレーターが判断し、結果をここでお知らせします。',
  undone:
    '**{server}** のモデレーターは、あなたのメッセージへの判断を取り消しました（案件 {number}）。削除されたメッセージは元に戻せません。',
  appealed: '**{server}** の案件 {number} への {date} の異議：{outcome}',
  outcomes: {
    stands: '別のモデレーターが確認し、判断は変わりません。これで確定です。',
    takenBack:
      '別のモデレーターが確認し、判断を取り消しました。削除されたメッセージは元に戻せません。',
    waits: '改めて確認しています。',
  },
  commands: {
    appeal: '自分のメッセージへの判断に一度だけ異議を申し立てる',
    case: '判断を知らせるプライベートメッセージにある案件の番号',
  },
  buttons: { appeal: '異議を申し立てる' },
  titles: { appeal: '案件 {number} への異議' },
  labels: { appeal: '判断のどこが誤っていますか？' },
  hints: { appeal: '判断するモデレーターが読みます。異議は一度だけです。' },
  askAppeal: '案件 {number} には一度だけ異議を申し立てられます。別のモデレーターが判断します。',
  receipt:
    '異議はモデレーターに届きました。別のモデレーターが判断し、結果はプライベートメッセージ（受け取る設定の場合）か `/flags appeal case:{number}` で確認できます。',
  refusals: {
    notYours:
      '案件 {number} はあなたのメッセージについてのものではありません。判断を知らせるプライベートメッセージに案件の番号があります。',
    noRuling: 'この案件にあなたへの判断はないため、異議の対象がありません。',
    waits: '異議はモデレーターに届いています。別のモデレーターが判断します。',
    stands: '別のモデレーターが異議を確認しました。判断は変わりません。これで確定です。',
    expired: 'メッセージの本文はサーバーの設定に従って削除されたため、もう誰も判断できません。',
    otherServer: 'このボタンは Wirethread が退出したサーバーのものです。',
  },
};
