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
  boilerplate: { invitations: ['baca juga', 'baca selengkapnya'] },
  comments: {
    counted: ['komentar'],
    wrote: ['menulis', 'berkata'],
    actions: ['balas', 'laporkan', 'suka'],
    ago: ['yang lalu', 'lalu', 'kemarin'],
  },
  houses: { names: ['redaksi'] },
} satisfies Language;
