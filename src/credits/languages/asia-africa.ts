import type { CreditLanguage } from './language.ts';

/** Indonesian and Malay, Vietnamese, Filipino and Swahili: Latin letters, few words each. */
export const southern: CreditLanguage = {
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

/** Arabic, Persian and Urdu. */
export const arabic: CreditLanguage = {
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

export const hebrew: CreditLanguage = {
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
export const southAsian: CreditLanguage = {
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
