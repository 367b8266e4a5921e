import type { Language } from './language.ts';

export const bengali = {
  called: ['bengali'],
  credits: {
    and: ['এবং', 'ও'],
    works: {
      byline: ['লেখক'],
      reporting: ['প্রতিবেদন', 'প্রতিবেদক'],
      writing: ['লেখা'],
      editing: ['সম্পাদনা'],
      photography: ['ছবি'],
      translation: ['অনুবাদ'],
    },
  },
  photos: { pictures: ['ছবি'] },
} satisfies Language;
