/** Words that a dateline's date is made of, in lower case without full stops. */

const months = new Set(
  (
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'januar jänner februar feber märz mai juni juli oktober dezember mär okt dez ' +
    'janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene abr ago set dic ' +
    'gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ott ' +
    'janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out ' +
    'januari februari maart mei augustus mrt ' +
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia ' +
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев апр авг сен окт ноя дек ' +
    'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня ' +
    'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık ' +
    'januar februar mars april maj juni juli augusti september oktober november desember ' +
    'يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر ' +
    'जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर'
  ).split(' '),
);

const weekdays = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'lunes martes miércoles jueves viernes sábado domingo'
  ).split(' '),
);

/** True of "May", "mai", "мая". */
export function isMonth(word: string): boolean {
  return months.has(plain(word));
}

/** True of a month, a day's name, a day or a year: "May", "Thu", "5", "5.", "2011", "05.05.2026". */
export function isDateWord(word: string): boolean {
  const bare = plain(word);
  if (months.has(bare) || weekdays.has(bare) || bare === 'de') return true;
  return /^\d{1,2}(?:st|nd|rd|th|º|er)?$|^\d{4}$|^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$/u.test(
    bare,
  );
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[.,]+$/u, '');
}
