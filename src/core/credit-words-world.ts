import type { CreditLanguage } from './credit-words.ts';

/** Norwegian, Danish and Swedish, which share most of their credit words. */
const scandinavian: CreditLanguage = {
  by: 'av af',
  signed: 'av|af',
  and: 'og och samt',
  with: 'med',
  in: 'i från fra',
  for: 'för for',
  works: {
    byline: 'forfatter|författare|skribent|korrespondent|journalist|journalister',
    reporting: 'reportasje|reportage|reporter|reportere|rapportering',
    additionalReporting: 'medarbetare|bidrag|med bidrag',
    writing: 'text|tekst|skrevet|skriven',
    editing: 'redigering|redigert|redigerad|redaktør|redaktör|redigeret',
    photography: 'foto|fotograf|fotografi|bilder|bild|bilde|billeder|fotos',
    research: 'research',
    graphics: 'grafik|grafikk',
    illustration: 'illustration|illustrasjon|illustrationer',
    video: 'video|klipp',
    translation: 'översättning|oversettelse|översatt|oversat|oversatt|oversættelse',
  },
  bare: { writing: 'text|tekst', photography: 'foto', translation: 'översättning' },
};

const polish: CreditLanguage = {
  by: 'przez',
  signed: 'napisał|napisała',
  and: 'i oraz',
  with: 'z',
  in: 'w we z ze',
  for: 'dla',
  works: {
    byline: 'autor|autorka|autorzy',
    reporting: 'relacja|reportaż|rozmawiał|rozmawiała',
    additionalReporting: 'współpraca',
    writing: 'tekst|napisał|napisała',
    editing: 'redakcja|redagował|redagowała|red.|redaktor|edycja',
    compiling: 'opracowanie|opracował|opracowała|oprac.|opr.',
    photography: 'zdjęcie|zdjęcia|fot.|foto|fotografie',
    graphics: 'grafika|infografika',
    illustration: 'ilustracja|ilustracje',
    video: 'wideo',
    translation: 'tłumaczenie|tłumaczył|tłumaczyła|przekład',
  },
  bare: {
    compiling: 'oprac.|opr.|opracował|opracowała',
    photography: 'fot.',
    editing: 'red.|redagował|redagowała',
    translation: 'tłumaczył|tłumaczyła',
    reporting: 'rozmawiał|rozmawiała',
    writing: 'napisał|napisała',
  },
};

/** Czech, Slovak, Slovene, Croatian, Bosnian and Serbian in Latin letters. */
const slavicLatin: CreditLanguage = {
  by: '',
  signed: 'piše|píše|napsal|napsala',
  and: 'a i in',
  in: 'v z u iz',
  works: {
    byline: 'autor|autorka|autoři|avtor|avtorica|autorica',
    writing: 'text|tekst|besedilo',
    editing: 'editor|editorka|urednik|urednica|urednici|redakce|uredio|uredila',
    photography: 'foto|fotografie|fotografija|fotografije|snímky',
    translation: 'překlad|preklad|prevod|prijevod|přeložil|přeložila',
    illustration: 'ilustrace|ilustracija',
  },
  bare: { photography: 'foto', writing: 'text|tekst' },
};

const hungarian: CreditLanguage = {
  by: '',
  signed: 'írta',
  and: 'és',
  in: '',
  works: {
    byline: 'szerző|szerzők|írta',
    writing: 'szöveg',
    editing: 'szerkesztette|szerkesztő|szerkesztés',
    photography: 'fotó|fotók|fényképezte|kép|képek',
    translation: 'fordította|fordítás',
    graphics: 'grafika',
  },
};

const finnish: CreditLanguage = {
  by: '',
  and: 'ja',
  in: '',
  works: {
    byline: 'kirjoittaja|toimittaja|tekijä',
    writing: 'teksti|teksti ja kuvat',
    photography: 'kuva|kuvat|valokuvat|valokuvaaja',
    editing: 'toimitus|editointi',
    graphics: 'grafiikka',
    translation: 'käännös|suomennos',
  },
  bare: { writing: 'teksti', photography: 'kuva|kuvat' },
};

const romanian: CreditLanguage = {
  by: 'de',
  signed: 'de',
  and: 'și şi',
  with: 'cu',
  in: 'din la în',
  works: {
    byline: 'autor|autoare|autori|corespondent',
    reporting: 'reportaj|reporter',
    writing: 'text|redactat|scris',
    editing: 'editat|editor|redactor|redactare',
    photography: 'foto|fotografii|fotografie',
    translation: 'traducere|traducerea|tradus',
    video: 'video',
  },
};

const turkish: CreditLanguage = {
  by: '',
  and: 've',
  in: '',
  works: {
    byline: 'yazar|yazan|muhabir|muhabirler',
    reporting: 'haber|röportaj|haberi yazan',
    editing: 'editör|editörler|düzenleyen|yayına hazırlayan|redaksiyon',
    photography: 'fotoğraf|fotoğraflar|fotoğrafçı|foto',
    video: 'kamera|kameraman|görüntü',
    translation: 'çeviri|çeviren|çevirmen',
    compiling: 'derleyen|hazırlayan',
  },
};

/** Indonesian and Malay, Vietnamese, Filipino and Swahili: Latin letters, few words each. */
const southern: CreditLanguage = {
  by: 'oleh',
  signed: 'oleh|theo|ni|na',
  and: 'dan và at',
  in: 'di dari tại',
  works: {
    byline: 'penulis|pewarta|wartawan|tác giả|mwandishi|penulis naskah',
    reporting: 'laporan|liputan|reporter|pelaporan|phóng viên',
    editing: 'penyunting|editor|redaktur|biên tập|mhariri|suntingan',
    photography: 'foto|ảnh|fotografer|picha',
    translation: 'penerjemah|terjemahan|dịch|biên dịch',
    writing: 'teks|naskah|bài|bài viết',
  },
};

/** Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian. */
const cyrillic: CreditLanguage = {
  by: '',
  signed: 'подготовил|подготовила|написал|написала',
  and: 'и і та й',
  with: 'при з',
  in: 'в во из с у від з',
  for: 'для',
  more: 'дополнительный дополнительные додаткові',
  works: {
    byline: 'автор|авторы|автори|корреспондент|кореспондент|пише|аутор|журналист',
    reporting: 'репортаж|репортёр|репортер|интервью|репортажи|беседовал|беседовала',
    additionalReporting: 'при участии|за участю|в подготовке участвовали',
    writing: 'текст|тексты|написал|написала|тексти',
    editing:
      'редактор|редакторы|редактор перевода|редактировал|редактировала|под редакцией|выпускающий редактор|уредник',
    compiling: 'подготовил|подготовила|подготовили|підготував|підготувала|составил',
    photography: 'фото|фотографии|фотограф|снимки|фотографія|снимка',
    graphics: 'графика|инфографика|інфографіка|карта',
    illustration: 'иллюстрация|иллюстрации|ілюстрація',
    video: 'видео|відео|монтаж|оператор',
    translation: 'перевод|переводчик|переклад|перевёл|перевела|превод',
  },
  bare: {
    compiling: 'подготовил|подготовила|подготовили|підготував|підготувала',
    editing: 'редактор|под редакцией',
    translation: 'перевод|перевёл|перевела',
    writing: 'текст|написал|написала',
    photography: 'фото',
  },
};

const greek: CreditLanguage = {
  by: '',
  and: 'και κι',
  with: 'με',
  in: 'στο στη στην από',
  works: {
    byline: 'συντάκτης|συντάκτρια',
    reporting: 'ρεπορτάζ|ανταπόκριση|συνέντευξη',
    writing: 'κείμενο|γράφει|κείμενα',
    editing: 'επιμέλεια|σύνταξη',
    photography: 'φωτογραφία|φωτογραφίες|φωτό|φωτο',
    translation: 'μετάφραση|απόδοση',
    video: 'βίντεο|κάμερα',
  },
  bare: { writing: 'γράφει ο|γράφει η|γράφουν οι' },
};

/** Arabic, Persian and Urdu. */
const arabic: CreditLanguage = {
  by: 'بقلم از',
  signed: 'بقلم|كتب|كتبت',
  and: 'و',
  with: 'مع',
  in: 'في من در',
  for: 'للنشرة',
  more: 'إضافية شارك',
  works: {
    byline: 'بقلم|الكاتب|كتب|كتبت|نوشته|نویسنده',
    reporting: 'تقرير|تغطية|تغطية صحفية|مراسل|تحقيق|گزارش|رپورٹ|گزارشگر',
    additionalReporting: 'شارك في التغطية|شارك في التقرير|بمشاركة|ساهم في التقرير|مشاركة',
    writing: 'إعداد|كتابة|نص|تحریر و',
    editing: 'تحرير|مراجعة|ویراستار|ويرايش|ویرایش',
    photography: 'تصوير|صورة|صور|عدسة|عکس|عکاس|تصویر',
    translation: 'ترجمة|ترجمه|مترجم',
    graphics: 'غرافيك|إنفوغرافيك',
    video: 'فيديو|مونتاج',
  },
  bare: {
    reporting: 'تغطية صحفية',
    writing: 'إعداد',
    editing: 'تحرير',
    photography: 'تصوير',
    translation: 'ترجمة',
    byline: 'بقلم',
    additionalReporting: 'شارك في التغطية',
  },
};

const hebrew: CreditLanguage = {
  by: 'מאת',
  signed: 'מאת',
  and: 'ו',
  in: '',
  works: {
    byline: 'מאת|כותב|כותבת',
    reporting: 'כתב|כתבת|כתבה|ראיון',
    writing: 'טקסט',
    editing: 'עריכה|עורך|עורכת|ערך|ערכה',
    photography: 'צילום|צילומים|צלם|צלמת|תמונה',
    translation: 'תרגום|תרגם|תרגמה',
    illustration: 'איור|איורים',
  },
  bare: { byline: 'מאת' },
};

/** Hindi, Marathi and Nepali, Bengali, Tamil, Thai and Georgian: a colon follows each. */
const southAsian: CreditLanguage = {
  by: '',
  signed: 'โดย',
  and: 'और तथा एवं आणि र এবং ও และ და და',
  in: 'से',
  works: {
    byline: 'लेखक|लेखिका|লেখক|ผู้เขียน|ავტორი|ავტორები|հեղինակ|โดย',
    reporting: 'रिपोर्ट|रिपोर्टिंग|संवाददाता|प्रतिवेदन|প্রতিবেদন|প্রতিবেদক|รายงาน|ผู้สื่อข่าว|செய்தி|რეპორტაჟი',
    writing: 'लेखन|เรื่อง|ტექსტი|লেখা',
    editing: 'संपादन|संपादक|সম্পাদনা|บรรณาธิการ|เรียบเรียง|რედაქტორი|தொகுப்பு',
    photography: 'फोटो|तस्वीर|छायाचित्र|ছবি|ภาพ|ช่างภาพ|ფოტო|புகைப்படம்',
    translation: 'अनुवाद|অনুবাদ|แปล|แปลโดย|თარგმანი',
    video: 'वीडियो|วิดีโอ|ვიდეო',
  },
  bare: { byline: 'โดย', reporting: 'รายงานโดย', writing: 'เรื่องโดย', translation: 'แปลโดย' },
};

const chinese: CreditLanguage = {
  by: '',
  and: '和 与 及',
  in: '',
  works: {
    byline: '作者|撰稿人',
    reporting: '记者|記者|报道|報導|采访|採訪|本报记者|新华社记者|采写|实习记者|通讯员|訊',
    writing: '撰文|文|文字|撰稿|撰写|采访撰文|图文',
    editing: '编辑|編輯|责任编辑|責任編輯|责编|審校|审校|校对|主编|值班编辑|审核',
    compiling: '整理|编译整理|综合',
    photography: '摄影|攝影|图|圖|图片|摄|影|图片摄影',
    graphics: '制图|图表|製圖',
    illustration: '插图|插畫|插画|漫画',
    video: '视频|剪辑|摄像|影片',
    translation: '翻译|翻譯|编译|編譯|译者|译',
  },
  bare: {
    reporting: '记者|記者|本报记者|新华社记者|通讯员|实习记者',
    editing: '编辑|編輯|责任编辑|责编|审校',
    translation: '编译|編譯|翻译',
    photography: '摄影|攝影',
    writing: '撰文',
  },
};

const japanese: CreditLanguage = {
  by: '',
  and: 'と',
  in: '',
  works: {
    byline: '執筆者|筆者|著者',
    reporting: '取材|聞き手|インタビュー|特派員|本紙記者|取材・文|取材・執筆|取材・構成|聞き手・構成',
    writing: '文|執筆|文章|文責|取材・文|構成・文|文・写真',
    editing: '編集|編集者|構成|校閲|デスク',
    photography: '写真|撮影|カメラ|写真・映像|文・写真',
    graphics: 'グラフィック|図版|作図',
    illustration: 'イラスト|挿絵',
    video: '映像|動画|動画編集',
    translation: '翻訳|訳|日本語訳',
  },
  bare: { reporting: '取材・文|聞き手', editing: '編集', photography: '撮影|写真', translation: '翻訳' },
};

const korean: CreditLanguage = {
  by: '',
  and: '및 와 과',
  in: '',
  works: {
    byline: '글쓴이|작성자|필자',
    reporting: '기자|취재|취재기자|특파원|인터뷰|글·사진 기자',
    writing: '글|글·사진',
    editing: '편집|에디터|편집자|교열|정리',
    photography: '사진|글·사진|사진기자|촬영',
    graphics: '그래픽|인포그래픽',
    illustration: '일러스트|삽화',
    video: '영상|영상편집|영상취재',
    translation: '번역|옮긴이',
  },
  bare: { reporting: '취재', writing: '글|글·사진', photography: '사진', translation: '번역', editing: '편집' },
};

export const worldLanguages: Record<string, CreditLanguage> = {
  nordic: scandinavian,
  pl: polish,
  cs: slavicLatin,
  hu: hungarian,
  fi: finnish,
  ro: romanian,
  tr: turkish,
  id: southern,
  ru: cyrillic,
  el: greek,
  ar: arabic,
  he: hebrew,
  hi: southAsian,
  zh: chinese,
  ja: japanese,
  ko: korean,
};
