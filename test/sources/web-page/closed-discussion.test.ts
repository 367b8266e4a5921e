import { expect, test } from 'vitest';
import { closingSentence } from '../../../src/sources/web-page/closed-discussion.ts';

/** As the language packs of WordPress 6.1 translate "Comments are closed.". */
const wordPress = [
  ['ar', 'التعليقات مغلقة.'],
  ['bg_BG', 'Коментари са забранени.'],
  ['bs_BA', 'Komentari su isključeni.'],
  ['ca', 'Els comentaris estan tancats.'],
  ['ckb', 'لێدووان داخراوە .'],
  ['cs_CZ', 'Komentáře nejsou povoleny.'],
  ['cy', 'Sylwadau ar gau.'],
  ['da_DK', 'Der er lukket for kommentarer.'],
  ['de_DE', 'Kommentare sind geschlossen.'],
  ['el', 'Τα σχόλια είναι κλειστά.'],
  ['eo', 'Ne (plu) eblas komenti.'],
  ['es_PE', 'Los comentarios están cerrados.'],
  ['es_ES', 'Los Comentarios están cerrados.'],
  ['et', 'Kommenteerimine on suletud.'],
  ['eu', 'Iruzkinak itxita daude.'],
  ['fa_IR', 'دیدگاه\u200cها بسته شده\u200cاند.'],
  ['fi', 'Kommentointi on suljettu.'],
  ['fr_FR', 'Les commentaires sont fermés.'],
  ['gd', 'Tha na beachdan dùinte.'],
  ['gl_ES', 'Os comentarios están pechados.'],
  ['he_IL', 'סגור לתגובות.'],
  ['hr', 'Komentari su zatvoreni.'],
  ['hu_HU', 'Hozzászólások lehetősége itt nem engedélyezett.'],
  ['id_ID', 'Komentar ditutup.'],
  ['it_IT', 'I commenti sono chiusi.'],
  ['ja', 'コメントは停止中です。'],
  ['jv_ID', 'Pangalembana ditutup.'],
  ['ka_GE', 'დისკუსია დახურულია.'],
  ['ko_KR', '댓글은 닫혔습니다.'],
  ['lv', 'Komentāri ir slēgti.'],
  ['mk_MK', 'Коментарите се затворени.'],
  ['my_MM', 'မှတ်ချက်ေပးြခင်းကို ပိတ်ထားသည်။'],
  ['nb_NO', 'Kommentarer er stengt.'],
  ['nl_NL', 'Reacties zijn gesloten.'],
  ['pl_PL', 'Możliwość komentowania jest wyłączona.'],
  ['pt_PT', 'Os comentários estão fechados.'],
  ['ru_RU', 'Обсуждение закрыто.'],
  ['si_LK', 'ප්\u200dරතිචාර වසා ඇත'],
  ['sk_SK', 'Komentáre sú uzavreté.'],
  ['sl_SI', 'Komentiranje zaprto.'],
  ['sq', 'Komentet janë të mbyllura.'],
  ['sr_RS', 'Затворено за коментаре.'],
  ['sv_SE', 'Kommentarer inaktiverade.'],
  ['ta_LK', 'பின்னூட்டங்கள் மூடப்பட்டுள்ளது.'],
  ['th', 'ความเห็นถูกปิด'],
  ['tr_TR', 'Yorumlar kapalı.'],
  ['ug_CN', 'باھا يېزىش چەكلەنگەن.'],
  ['uk', 'Коментувати не дозволено.'],
  ['zh_CN', '评论已关闭。'],
  ['zh_TW', '迴響已關閉。'],
  ['en_US', 'Comments are closed.'],
] as const;

test.each(wordPress)('the closing sentence of WordPress is recognised in %s', (_, sentence) => {
  expect(closingSentence(sentence)).toBe(sentence);
  expect(closingSentence(`${sentence} © 2026`)).toBe(`${sentence} © 2026`);
});

test.each([
  'Wenn die Kommentare geschlossen sind, steht hier ein Hinweis.',
  'Si les commentaires sont fermés, écrivez-nous.',
  'Als de reacties gesloten zijn, staat het hier.',
  'De haven is gesloten.',
  'Le port est fermé. 12 commentaires',
  'Коментари: 12',
  'コメント (12)',
  '評論 12',
])('%s closes nothing', (sentence) => {
  expect(closingSentence(sentence)).toBeNull();
});
