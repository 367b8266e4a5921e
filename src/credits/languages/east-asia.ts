import type { CreditLanguage } from './language.ts';

export const chinese: CreditLanguage = {
  by: '',
  and: '和 与 及',
  in: '',
  works: {
    byline: '作者|撰稿人',
    reporting: '记者|記者|报道|報導|采访|採訪|本报记者|新华社记者|采写|实习记者|通讯员|訊',
    writing: '撰文|文|文字|撰稿|撰写|采访撰文|图文',
    editing: '编辑|編輯|责任编辑|責任編輯|责编|審校|审校|校对|主编|值班编辑|审核',
    compiling: '整理|编译整理|综合',
    photography: '摄影|攝影|图|圖|图片|摄|影|图片摄影',
    graphics: '制图|图表|製圖',
    illustration: '插图|插畫|插画|漫画',
    video: '视频|剪辑|摄像|影片',
    translation: '翻译|翻譯|编译|編譯|译者|译',
  },
  bare: {
    reporting: '记者|記者|本报记者|新华社记者|通讯员|实习记者',
    editing: '编辑|編輯|责任编辑|责编|审校',
    translation: '编译|編譯|翻译',
    photography: '摄影|攝影',
    writing: '撰文',
  },
};

export const japanese: CreditLanguage = {
  by: '',
  and: 'と',
  in: '',
  works: {
    byline: '執筆者|筆者|著者',
    reporting:
      '取材|聞き手|インタビュー|特派員|本紙記者|取材・文|取材・執筆|取材・構成|聞き手・構成',
    writing: '文|執筆|文章|文責|取材・文|構成・文|文・写真',
    editing: '編集|編集者|構成|校閲|デスク',
    photography: '写真|撮影|カメラ|写真・映像|文・写真',
    graphics: 'グラフィック|図版|作図',
    illustration: 'イラスト|挿絵',
    video: '映像|動画|動画編集',
    translation: '翻訳|訳|日本語訳',
  },
  bare: {
    reporting: '取材・文|聞き手',
    editing: '編集',
    photography: '撮影|写真',
    translation: '翻訳',
  },
};

export const korean: CreditLanguage = {
  by: '',
  and: '및 와 과',
  in: '',
  works: {
    byline: '글쓴이|작성자|필자',
    reporting: '기자|취재|취재기자|특파원|인터뷰|글·사진 기자',
    writing: '글|글·사진',
    editing: '편집|에디터|편집자|교열|정리',
    photography: '사진|글·사진|사진기자|촬영',
    graphics: '그래픽|인포그래픽',
    illustration: '일러스트|삽화',
    video: '영상|영상편집|영상취재',
    translation: '번역|옮긴이',
  },
  bare: {
    reporting: '취재',
    writing: '글|글·사진',
    photography: '사진',
    translation: '번역',
    editing: '편집',
  },
};
