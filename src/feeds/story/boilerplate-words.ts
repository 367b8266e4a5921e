/** What publishers add to a story besides telling it, in lower case. */

/** Sentences and lines that begin so only invite: they go wherever they stand at a text's end. */
export const invitations = (
  'read more|read on|read the full|read the whole|read the entire|read the rest|read the original|read full|read article|read also|also read|read next|read it here|read this next|' +
  'continue reading|keep reading|click here|click to|tap here|see more|see also|view full|view the full|view entire|view the entire|view original|view the original|view on|' +
  'learn more|find out more|full story|full article|more info|more details|leave a comment|post a comment|join the discussion|join the conversation|discuss this|' +
  'sign up|subscribe|register now|log in to|become a member|support our journalism|support us|donate|share this|share on|share via|follow us|like us on|join us on|join our|get our|get the latest|' +
  'download our|watch the video|watch live|watch now|watch more|listen now|listen on|originally published|this article originally|this article was originally|this post originally|this story originally|' +
  'this article first appeared|this post first appeared|first published|filed under|posted in|tagged with|tags:|tagged:|categories:|related:|related stories|related articles|related posts|related news|' +
  'recommended for you|recommended:|more from|more on this story|more:|most read|source:|via:|image:|photo credit|image credit|image source|picture credit|featured image|cover photo|' +
  'we use cookies|this site uses cookies|this website uses cookies|by continuing to use|accept cookies|your privacy|all rights reserved|copyright|©|advertisement|advertising|sponsored|promoted|' +
  'article url:|comments url:|points:|# comments:|submitted by|our standards:|for more information|for more news|for more stories|for more on this|have a tip|got a tip|contact us|don’t miss|stay up to date|enable javascript|' +
  'this story has been updated|this article has been updated|this post has been updated|this page has been updated|this story was updated|this article was updated|' +
  'this story has been corrected|this article has been corrected|this story was corrected|this article was corrected|this article was amended|this story was amended|' +
  'this story has been refiled|this story has not been edited|except for the headline,|an earlier version of this story|an earlier version of this article|an earlier version of this report|an earlier version of this post|an earlier version of this headline|' +
  'a previous version of this story|a previous version of this article|a previous version of this report|earlier versions of this|' +
  'correction:|corrections:|clarification:|editor’s note:|editors’ note:|editor’s note —|editor’s note –|editor’s note -|this is a developing story|this is a breaking news story|' +
  'for immediate release|contact:|media contact|press contact|media inquiries|media enquiries|as told to|author(s):|publication date:|full changelog|' +
  'thanks for reading|thank you for reading|hosted on acast|hosted by simplecast|support this podcast|support the show|listen to this episode with|follow live|follow the latest|' +
  'was this forwarded|forwarded this email|was this email forwarded|view in browser|view this email|welcome to our newsletter|follow me on|find us on|visit our website|live updates: follow|file photo:|file picture:|file image:|file -|file –|file —|저작권자|ⓒ|' +
  'dieser artikel erschien|dieser text erschien|dieser beitrag erschien|korrektur:|anmerkung der redaktion|hinweis der redaktion|cet article a été mis à jour|cet article a été modifié|' +
  'esta noticia ha sido actualizada|esta nota fue actualizada|corrección:|questo articolo è stato aggiornato|este texto foi atualizado|dit artikel is bijgewerkt|' +
  'write to|follow him on|follow her on|follow them on|' +
  'weiterlesen|mehr lesen|lesen sie mehr|lesen sie weiter|lesen sie auch|hier weiterlesen|mehr dazu|mehr zum thema|mehr erfahren|zum artikel|den ganzen artikel|den vollständigen|zur startseite|jetzt abonnieren|abonnieren sie|newsletter abonnieren|' +
  'melden sie sich|jetzt anmelden|folgen sie uns|teilen sie|auch interessant|anzeige|werbung|alle rechte vorbehalten|wir verwenden cookies|diese website verwendet|kommentare|rückfragen|bei rückfragen|quelle:|' +
  'lire la suite|lire aussi|à lire aussi|lire l’article|lisez la suite|en savoir plus|voir plus|voir aussi|cliquez ici|abonnez-vous|s’abonner|inscrivez-vous|suivez-nous|suivez nous|partager|publicité|tous droits réservés|nous utilisons des cookies|source :|' +
  'leer más|leer mas|sigue leyendo|seguir leyendo|continuar leyendo|continúa leyendo|lea también|lee también|ver más|haga clic|haz clic|suscríbete|suscríbase|regístrate|síguenos|síganos|comparte|compartir|publicidad|todos los derechos|usamos cookies|utilizamos cookies|más información|fuente:|' +
  'leggi tutto|leggi anche|continua a leggere|leggi l’articolo|continua la lettura|clicca qui|abbonati|iscriviti|seguici|condividi|pubblicità|riproduzione riservata|tutti i diritti|utilizziamo i cookie|fonte:|' +
  'leia mais|leia também|continue lendo|continuar lendo|saiba mais|veja mais|veja também|clique aqui|assine|inscreva-se|siga-nos|compartilhe|publicidade|todos os direitos|usamos cookies|' +
  'lees meer|lees verder|lees ook|verder lezen|bekijk ook|klik hier|abonneer|volg ons|deel dit|advertentie|alle rechten|' +
  'läs mer|läs också|läs även|les mer|les også|læs mere|læs også|lue lisää|lue myös|annons|annonse|czytaj więcej|czytaj dalej|czytaj też|czytaj także|zobacz też|zobacz także|reklama|více zde|čtěte také|' +
  'devamını oku|devamı için|tıklayın|reklam|baca juga|baca selengkapnya|xem thêm|đọc thêm|tovább olvasom|citește și|citeşte şi|' +
  'читать далее|читать полностью|читайте также|читайте далее|подробнее|подписывайтесь|подпишитесь|реклама|поделиться|источник:|читати далі|читайте також|διαβάστε περισσότερα|διαβάστε επίσης|' +
  'اقرأ المزيد|اقرأ أيضا|اقرأ أيضًا|للمزيد|تابعونا|קרא עוד|קראו עוד|לכתבה המלאה|और पढ़ें|यह भी पढ़ें|อ่านต่อ|อ่านเพิ่มเติม|阅读全文|阅读更多|点击查看|查看更多|责任编辑|続きを読む|続きはこちら|全文を読む|関連記事|더 보기|더보기|자세히 보기|무단전재'
).split('|');

/** Words that are an invitation only as a line of their own, with a count or without. */
export const loneWords =
  'comments|comment|link|share|more|advertisement|kommentare|commentaires|comentarios|commenti|comentários|reacties|mehr|plus|más|altro|video|photos|gallery|tweet|print|email|discuss|permalink|source|key points|key takeaways|at a glance|what you need to know|live updates|table of contents|das wichtigste in kürze|l’essentiel'.split(
    '|',
  );

/** Words at the very end of a text, with nothing before them to end the sentence. */
export const endings = (
  'read more|continue reading|keep reading|read the full story|read the full article|view full post|[link] [comments]|（完）|(完)|【完】|(more…)|(more...)|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|sigue leyendo|leggi tutto|continua a leggere|' +
  'leia mais|continue lendo|lees meer|lees verder|läs mer|les mer|læs mere|czytaj więcej|czytaj dalej|читать далее|подробнее|続きを読む|阅读全文|더 보기|اقرأ المزيد'
).split('|');

/** "The post … appeared first on …", by how it begins and what its middle says. */
export const syndicationNotes: readonly (readonly [begin: string, middle: string])[] = [
  ['The post ', ' appeared first on '],
  ['The article ', ' appeared first on '],
  ['The post ', ' first appeared on '],
  ['Der Beitrag ', ' erschien zuerst auf '],
  ['L’article ', ' est apparu en premier sur '],
  ["L'article ", ' est apparu en premier sur '],
  ['La entrada ', ' se publicó primero en '],
  ['La entrada ', ' apareció primero en '],
  ['El cargo ', ' apareció primero en '],
  ['L’articolo ', ' proviene da '],
  ["L'articolo ", ' proviene da '],
  ['O post ', ' apareceu primeiro em '],
  ['Het bericht ', ' verscheen eerst op '],
  ['Inlägget ', ' dök först upp på '],
  ['Innlegget ', ' dukket først opp på '],
  ['Indlægget ', ' blev først udgivet på '],
  ['Wpis ', ' pojawił się poczatkowo na '],
  ['Artykuł ', ' pochodzi z serwisu '],
  ['Сообщение ', ' появились сначала на '],
  ['Запись ', ' впервые появилась '],
  ['Artikkeli ', ' julkaistiin ensimmäisen kerran '],
];

/** Lines that end so, and say little before it, are their publisher's. */
export const noticeEndings: readonly (readonly [ending: string, mostUnitsBefore: number])[] = [
  ['highlighting and responding to this story', 200],
  ['all rights reserved', 24],
  ['alle rechte vorbehalten', 24],
  ['tous droits réservés', 24],
  ['todos los derechos reservados', 24],
];
