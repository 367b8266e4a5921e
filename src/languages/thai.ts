import type { Language } from './language.ts';

export const thai = {
  called: ['thai'],
  credits: {
    signed: ['โดย'],
    and: ['และ'],
    anywhere: { and: ['และ'] },
    works: {
      byline: ['ผู้เขียน', 'โดย'],
      reporting: ['รายงาน', 'ผู้สื่อข่าว'],
      writing: ['เรื่อง'],
      editing: ['บรรณาธิการ', 'เรียบเรียง'],
      photography: ['ภาพ', 'ช่างภาพ'],
      translation: ['แปล', 'แปลโดย'],
      video: ['วิดีโอ'],
    },
    bare: {
      byline: ['โดย'],
      reporting: ['รายงานโดย'],
      writing: ['เรื่องโดย'],
      translation: ['แปลโดย'],
    },
  },
  photos: { pictures: ['ภาพ'] },
  names: { cities: ['กรุงเทพ', 'กรุงเทพฯ'] },
  boilerplate: { invitations: ['อ่านต่อ', 'อ่านเพิ่มเติม'] },
} satisfies Language;
