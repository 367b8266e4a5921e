import type { Translation } from '../compile.ts';
import type { reporters as english } from '../en/reporters.ts';

export const reporters: Translation<typeof english> = {
  commands: {
    ban: 'モデレーター用：メンバーの報告を受け付けない',
    unban: 'モデレーター用：メンバーの報告を再び受け付ける',
    banned: 'モデレーター用：報告できないメンバー',
    member: 'メンバー',
    reason: 'ほかのモデレーターに伝える理由',
  },
  banned:
    '{member} はこのサーバーで報告できなくなりました。報告しようとすると本人に伝わります。取り消すには `/flags unban-reporter` を使ってください。',
  bannedBefore: '{member} の報告はすでに禁止されています。',
  unbanned: '{member} は再び報告できます。',
  notBanned: '{member} の報告は禁止されていません。',
  none: '報告を禁止されたメンバーはいません。',
  line: '{member} · {moderator} が {time} に禁止',
  moderators: 'モデレーターの報告は禁止できません。先にロールを外してください。',
  bots: 'ボットは報告しません。',
};
