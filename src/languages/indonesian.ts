import type { Language } from './language.ts';

/** Indonesian and Malay. */
export const indonesian = {
  called: ['indonesian', 'malay'],
  credits: {
    by: ['oleh'],
    signed: ['oleh'],
    and: ['dan'],
    in: ['di', 'dari'],
    anywhere: { and: ['dan'] },
    works: {
      byline: ['penulis', 'penulis naskah', 'pewarta', 'wartawan'],
      reporting: ['laporan', 'liputan', 'pelaporan', 'reporter'],
      editing: ['penyunting', 'suntingan', 'editor', 'redaktur'],
      photography: ['foto', 'fotografer'],
      translation: ['penerjemah', 'terjemahan'],
      writing: ['teks', 'naskah'],
    },
  },
  photos: { pictures: ['foto', 'dok', 'gambar'], bare: ['foto', 'dok'] },
  names: { particles: ['wan'] },
  calendar: {
    months: [
      ['januari'],
      ['februari'],
      ['maret'],
      ['april'],
      ['mei'],
      ['juni'],
      ['juli'],
      ['agustus'],
      ['september'],
      ['oktober'],
      ['november'],
      ['desember'],
    ],
    shortMonths: [
      ['jan'],
      ['feb'],
      ['mar'],
      ['apr'],
      ['mei'],
      ['jun'],
      ['jul'],
      ['agu'],
      ['sep'],
      ['okt'],
      ['nov'],
      ['des'],
    ],
  },
  boilerplate: {
    walls: [['dengarkan artikel', 'silakan masuk', 'berlangganan']],
    invitations: ['baca juga', 'baca selengkapnya'],
  },
  comments: {
    counted: ['komentar'],
    wrote: ['menulis', 'berkata'],
    actions: ['balas', 'laporkan', 'suka'],
    ago: ['yang lalu', 'lalu', 'kemarin'],
  },
  houses: { names: ['redaksi'] },
} satisfies Language;
