import type { CreditLanguage } from './language.ts';

export const polish: CreditLanguage = {
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
export const slavicLatin: CreditLanguage = {
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

export const hungarian: CreditLanguage = {
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

export const finnish: CreditLanguage = {
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

export const turkish: CreditLanguage = {
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

/** Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian. */
export const cyrillic: CreditLanguage = {
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

export const greek: CreditLanguage = {
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
