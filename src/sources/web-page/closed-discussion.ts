/**
 * What is closed and that it is, one line a language, each a pattern within one sentence. WordPress's
 * own translations of "Comments are closed." (the language packs of 6.1) are all recognised.
 */
function otherLanguages(): RegExp[] {
  return [
    ['kommentar(?:e|funktion|bereich)', 'geschlossen|deaktiviert|beendet'], // German
    ['commentaires?', 'fermée?s?|clos'], // French
    ['comentarios', 'cerrados'], // Spanish
    ['comentarios', 'pechados'], // Galician
    ['comentaris', 'tancats'], // Catalan
    ['comentários', 'fechados|encerrados'], // Portuguese
    ['commenti', 'chiusi'], // Italian
    ['comentarii(?:le)?', 'închise'], // Romanian
    ['reacties', 'gesloten'], // Dutch
    ['lukket', 'kommentarer'], // Danish
    ['kommentar(?:er|feltet)', 'stengt'], // Norwegian
    ['kommentar(?:er|sfältet)', 'inaktiverade|stängda|stängt'], // Swedish
    ['kommentointi', 'suljettu'], // Finnish
    ['kommenteerimine', 'suletud'], // Estonian
    ['komentāri', 'slēgti'], // Latvian
    ['komentarai|komentavimas', 'uždaryti|uždarytas|išjungtas'], // Lithuanian
    ['komentowania|komentarze', 'wyłączona|zamknięte|zamknięta'], // Polish
    ['komentáře', 'nejsou povoleny|uzavřeny'], // Czech
    ['komentáre', 'uzavreté'], // Slovak
    ['komentari', 'zatvoreni|isključeni'], // Croatian, Bosnian, Serbian
    ['komentiranje|komentarji', 'zaprto|zaprti'], // Slovene
    ['hozzászólás(?:ok)?', 'nem engedélyezett|lezárva|lezárt'], // Hungarian
    ['komentet', 'mbyllura'], // Albanian
    ['iruzkinak', 'itxita'], // Basque
    ['yorumlar', 'kapalı|kapatıldı'], // Turkish
    ['komentar|pangalembana', 'ditutup'], // Indonesian, Javanese
    ['bình luận', 'đã đóng|bị đóng'], // Vietnamese
    ['σχόλια', 'κλειστά'], // Greek
    ['обсуждение|комментарии|комментирование', 'закрыт[оыа]'], // Russian
    ['коментувати|коментарі', 'не дозволено|закриті'], // Ukrainian
    ['коментари(?:те)?', 'забранени|затворени|затворен'], // Bulgarian, Macedonian
    ['затворено', 'коментаре'], // Serbian
    ['התגובות|סגור', 'נעולות|סגורות|לתגובות'], // Hebrew
    ['التعليقات', 'مغلقة'], // Arabic
    ['دیدگاه', 'بسته'], // Persian
    ['コメント', '停止中|締め切|受け付けて(?:い|お)りません|受け付けていません'], // Japanese
    ['评论|評論|留言|迴響|回應', '已关闭|已關閉|已经关闭|已經關閉'], // Chinese
    ['댓글', '닫혔|닫혀|닫힘'], // Korean
    ['ความเห็น', 'ถูกปิด|ปิดแล้ว'], // Thai
    ['sylwadau', 'ar gau'], // Welsh
    ['beachdan', 'dùinte'], // Gaelic
    ['ne (?:plu|\\(plu\\)) eblas', 'komenti'], // Esperanto
    ['დისკუსია|კომენტარები', 'დახურულია'], // Georgian
    ['لێدووان', 'داخرا'], // Kurdish
    ['باھا', 'چەكلەنگەن'], // Uyghur
    ['பின்னூட்டங்கள்', 'மூடப்பட்ட'], // Tamil
    ['ප්\u200dරතිචාර', 'වසා'], // Sinhala
    ['မှတ်ချက်', 'ပိတ်ထား'], // Burmese
  ].map(
    ([what = '', is = '']) =>
      new RegExp(
        `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}])(?:${what})[^.!?]{0,60}?(?:${is})`,
        'iu',
      ),
  );
}

const things =
  '(?:discussions?|conversations?|comments?|commenting|comment (?:section|thread|period)|threads?)';
const closedWords = [
  new RegExp(
    `\\b${things}(?: (?:on|for|to|about|under) [^.!?]{1,80}?)? (?:is|are|has been|have been|has|have) (?:now |been |already ){0,2}closed\\b`,
    'iu',
  ),
  new RegExp(
    `\\b${things} (?:(?:has|have) (?:now |already )?ended|(?:is|are) (?:now )?over)\\b`,
    'iu',
  ),
  /\b(?:no longer|not) (?:accepting|taking|open (?:for|to)) (?:new |any )?comments?\b/iu,
  ...otherLanguages(),
];
const conditional =
  /^(?:if|when|once|until|after|unless|where|wenn|sobald|falls|bis|si|lorsque|quand|dès|cuando|se|quando|als|zodra|når|när|om|jeśli|gdy|если|когда|якщо|коли)(?!\p{L})/iu;
const longestSentence = 600;

/**
 * The publisher's words that end a discussion ("This discussion is now closed."), `null` when the
 * text says nothing of the kind. Conditions ("Once comments are closed …") and announcements do not
 * count.
 */
export function closingSentence(text: string): string | null {
  if (text.length === 0 || text.length > longestSentence) return null;
  const said = text.split(/(?<=[.!?]) /u);
  const closes = said.some(
    (sentence) => !conditional.test(sentence) && closedWords.some((words) => words.test(sentence)),
  );
  return closes ? text : null;
}
