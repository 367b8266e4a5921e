import type { Translation } from '../compile.ts';
import type { slowMode as english } from '../en/slow-mode.ts';

export const slowMode: Translation<typeof english> = {
  commands: {
    discussion: 'この議論で、メンバーが次のメッセージまで待つようにする',
    every: 'メンバーが次のメッセージまで待つ時間',
    for: '続ける時間。例：15m、2h。その後は元に戻る（既定：変更するまで）',
    rule: 'メンバーの投稿や報告がとても多いとき、議論を低速にする',
    messages: '1分間にメンバーのメッセージがこの数になったら（既定：20）',
    reports: '10分間にメンバーのメッセージへの報告がこの数になったら',
    ruleFor: '続ける時間。例：1h（既定：15m）',
  },
  choices: { off: 'オフ' },
  set: '{thread}では、メンバーは次のメッセージまで{every}待ちます。「低速モードを回避」の権限がある人は待ちません。',
  off: '{thread}の低速モードはオフです。',
  thenOff: '{time}に終わります。',
  thenBack: '{time}に終わり、その後は元の{every}に戻ります。',
  status: '低速モード：メンバーは次のメッセージまで{every}待ちます（{time}まで）。',
  refused: {
    noThread: 'この議論にはまだスレッドがないため、書き込む人はいません。',
    closed:
      'この議論は終了しているため、書き込む人はいません。先に `/discussion reopen` で再開してください。',
    permission:
      'Wirethreadには{thread}の低速モードを変える権限がありません。スレッドのチャンネルで「スレッドの管理」を与えてから、もう一度コマンドを使ってください。',
    tooLong: '長すぎます。最長は30dです。変更するまで続けるには `for` を省いてください。',
  },
  ruleSet:
    '今後：{rule}。人が設定した低速モードはそのままです。モデレーターは `/discussion slow-mode every:Off` で終わらせます。',
  ruleOff:
    '今後、ルールで議論が低速になることはありません。すでに低速のものは時間どおりに終わります。',
  line: '{why}：その議論を{every}の低速モードにする（{duration}）',
  causes: {
    messages: { other: '1分間にメンバーのメッセージが{count}件' },
    reports: { other: '10分間にメンバーのメッセージへの報告が{count}件' },
  },
  either: '{first}、または{second}',
};
