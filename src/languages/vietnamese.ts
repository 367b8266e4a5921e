import type { Language } from './language.ts';

export const vietnamese = {
  called: ['vietnamese'],
  credits: {
    signed: ['theo'],
    and: ['và'],
    in: ['tại'],
    works: {
      byline: ['tác giả'],
      reporting: ['phóng viên'],
      editing: ['biên tập'],
      photography: ['ảnh'],
      translation: ['dịch', 'biên dịch'],
      writing: ['bài', 'bài viết'],
    },
  },
  photos: { pictures: ['ảnh'] },
  boilerplate: { invitations: ['xem thêm', 'đọc thêm'] },
  comments: {
    counted: ['bình luận', 'ý kiến'],
    wrote: ['viết', 'nói'],
    actions: ['trả lời', 'báo cáo', 'báo xấu', 'thích'],
    ago: ['trước', 'hôm qua'],
  },
} satisfies Language;
