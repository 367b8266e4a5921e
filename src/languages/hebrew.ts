import type { Language } from './language.ts';

export const hebrew = {
  called: ['hebrew'],
  credits: {
    by: ['מאת'],
    signed: ['מאת'],
    and: ['ו'],
    anywhere: { and: ['ואת'] },
    works: {
      byline: ['מאת', 'כותב', 'כותבת'],
      reporting: ['כתב', 'כתבת', 'כתבה', 'ראיון'],
      writing: ['טקסט'],
      editing: ['עריכה', 'עורך', 'עורכת', 'ערך', 'ערכה'],
      photography: ['צילום', 'צילומים', 'צלם', 'צלמת', 'תמונה'],
      translation: ['תרגום', 'תרגם', 'תרגמה'],
      illustration: ['איור', 'איורים'],
    },
    bare: { byline: ['מאת'] },
  },
  photos: { pictures: ['צילום'] },
  houses: { heads: ['מערכת'] },
  names: { cities: ['ירושלים', 'תל אביב'] },
  datelines: { labels: ['עדכון'] },
  boilerplate: { invitations: ['קרא עוד', 'קראו עוד', 'לכתבה המלאה'] },
  comments: {
    counted: ['תגובה', 'תגובות'],
    wrote: ['כתב', 'כתבה'],
    actions: ['הגב', 'דווח'],
    ago: ['לפני', 'אתמול', 'היום'],
  },
} satisfies Language;
