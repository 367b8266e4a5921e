import type { Language } from './language.ts';

export const turkish = {
  called: ['turkish'],
  credits: {
    and: ['ve'],
    anywhere: { and: ['ve'] },
    works: {
      byline: ['yazar', 'yazan', 'muhabir', 'muhabirler'],
      reporting: ['haber', 'röportaj', 'haberi yazan'],
      editing: ['editör', 'editörler', 'düzenleyen', 'yayına hazırlayan', 'redaksiyon'],
      photography: ['fotoğraf', 'fotoğraflar', 'fotoğrafçı', 'foto'],
      video: ['kamera', 'kameraman', 'görüntü'],
      translation: ['çeviri', 'çeviren', 'çevirmen'],
      compiling: ['derleyen', 'hazırlayan'],
    },
  },
  photos: { pictures: ['foto', 'fotoğraf'], bare: ['foto'] },
  houses: { names: ['haber merkezi'] },
  calendar: {
    months: [
      ['ocak'],
      ['şubat'],
      ['mart'],
      ['nisan'],
      ['mayıs'],
      ['haziran'],
      ['temmuz'],
      ['ağustos'],
      ['eylül'],
      ['ekim'],
      ['kasım'],
      ['aralık'],
    ],
  },
  datelines: { labels: ['SON'] },
  sentences: { prose: ['sn', 'yrd', 'doç'] },
  boilerplate: { invitations: ['devamını oku', 'devamı için', 'tıklayın', 'reklam'] },
  comments: {
    counted: ['yorum', 'yorumlar'],
    wrote: ['dedi ki', 'yazdı', 'diyor ki'],
    actions: ['yanıtla', 'cevapla', 'şikayet et', 'bildir', 'beğen'],
    ago: ['önce', 'dün', 'bugün'],
  },
} satisfies Language;
