import type { Language } from './language.ts';

export const korean = {
  called: ['korean'],
  credits: {
    and: ['및', '와', '과'],
    anywhere: { and: ['및'] },
    works: {
      byline: ['글쓴이', '작성자', '필자'],
      reporting: ['기자', '취재', '취재기자', '특파원', '인터뷰', '글·사진 기자'],
      writing: ['글', '글·사진'],
      editing: ['편집', '에디터', '편집자', '교열', '정리'],
      photography: ['사진', '글·사진', '사진기자', '촬영'],
      graphics: ['그래픽', '인포그래픽'],
      illustration: ['일러스트', '삽화'],
      video: ['영상', '영상편집', '영상취재'],
      translation: ['번역', '옮긴이'],
    },
    bare: {
      reporting: ['취재'],
      writing: ['글', '글·사진'],
      photography: ['사진'],
      translation: ['번역'],
      editing: ['편집'],
    },
  },
  photos: { pictures: ['사진'], bare: ['사진'] },
  jobs: { titles: ['기자', '특파원'] },
  names: { cities: ['서울', '부산', '도쿄', '베이징'] },
  boilerplate: {
    walls: [['로그인', '회원가입', '구독']],
    invitations: ['더 보기', '더보기', '자세히 보기', '저작권자', 'ⓒ', '무단전재'],
    endings: ['더 보기'],
  },
  comments: {
    counted: ['댓글', '개의 댓글'],
    actions: ['답글', '신고', '공감'],
    ago: ['전', '어제'],
  },
} satisfies Language;
