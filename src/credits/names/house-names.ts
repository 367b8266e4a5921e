import type { Words } from '../../languages/language.ts';

/** News agencies, picture agencies and broadcasters, in lower case. */
export const houseNames: Words = [
  ['aa', 'aap', 'abc', 'adnkronos', 'afp', 'afp photo', 'afp-jiji', 'afx'],
  ['agence france presse', 'agence france-presse', 'agencia efe', 'agerpres', 'agi', 'alamy'],
  ['anadolu', 'ani', 'anp', 'ansa', 'antara', 'ap', 'ap photo', 'apa', 'aps', 'ard', 'askanews'],
  ['associated press', 'ats', 'australian associated press', 'awp'],
  ['bbc', 'belga', 'bernama', 'beta', 'bloomberg', 'bss', 'bta', 'businesswire'],
  ['canadian press', 'cbs', 'cnn', 'cp', 'ctk', 'čtk'],
  ['deutsche presse-agentur', 'dha', 'dow jones', 'dpa', 'dpa-afx'],
  ['efe', 'epa', 'epa-efe', 'epd', 'eurokinissi', 'europa press'],
  ['folhapress', 'free press'],
  ['getty', 'getty images', 'globenewswire', 'gna'],
  ['hina'],
  ['ians', 'iha', 'imago', 'interfax', 'intime news', 'ips', 'italpress', 'itar-tass'],
  ['jiji'],
  ['keystone', 'keystone-ats', 'keystone-sda', 'kna', 'kyodo'],
  ['lapresse', 'lehtikuva', 'lusa'],
  ['magnum', 'mna', 'mti'],
  ['nan', 'nbc', 'nhk', 'notimex', 'npr', 'ntb'],
  ['ots'],
  ['pa', 'pa media', 'pap', 'picture alliance', 'picture-alliance', 'pixabay', 'pr newswire'],
  ['prensa latina', 'press association', 'prnewswire', 'pti'],
  ['reuters', 'rex', 'ria', 'ria novosti', 'ritzau'],
  ['sda', 'shutterstock', 'sid', 'sipa', 'sta', 'stt'],
  ['tanjug', 'tasr', 'tass', 'telam', 'télam', 'the associated press', 'thomson reuters', 'tt'],
  ['tt nyhetsbyrån'],
  ['ullstein bild', 'united press international', 'unsplash', 'upi'],
  ['wikimedia commons'],
  ['xinhua'],
  ['yonhap'],
  ['zdf', 'zuma'],
  ['белта', 'интерфакс', 'рбк', 'рейтер', 'рейтерс', 'риа новости', 'тасс', 'укринформ', 'унн'],
  ['רויטרס'],
  ['أ ف ب', 'د ب أ', 'رويترز'],
  ['एएनआई', 'एएफपी', 'भाषा'],
  ['รอยเตอร์'],
  ['ロイター'],
  ['中央社', '中新社', '共同', '新华社', '新華社', '時事'],
  ['뉴스1', '뉴시스', '연합뉴스'],
];

/** Organisations, companies and subjects in capitals that open a lead without being a place. */
export const capitalNames: Words = [
  ['NATO', 'NASA', 'OPEC', 'UN', 'EU', 'AIDS', 'FIFA', 'UEFA', 'UNESCO', 'UNICEF'],
  ['NASDAQ', 'INTERPOL', 'COVID', 'APPLE', 'GOOGLE', 'BITCOIN'],
];
