import { withoutFullStop } from './word-shape.ts';

/**
 * Places that are known by name: needed only where the shape of a line does not tell a place from a
 * person or a paper, as in "Von Ana Ruiz, Berlin" and "With reporting by Ana Ruiz/New York".
 */

/** Regions of two or three words that may follow a city after a comma. */
const longRegions = new Set(
  (
    'new york|new jersey|new mexico|new hampshire|new zealand|new brunswick|new delhi|new south wales|north carolina|south carolina|' +
    'north dakota|south dakota|north korea|south korea|south africa|south sudan|west virginia|west bank|the west bank|rhode island|' +
    'british columbia|nova scotia|northern ireland|saudi arabia|sri lanka|costa rica|el salvador|united states|united kingdom|' +
    'united arab emirates|western australia|south australia|hong kong|burkina faso|sierra leone|ivory coast|papua new guinea|' +
    'czech republic|dominican republic|the netherlands|the gambia|puerto rico|cape verde|são paulo|são tomé|rio grande do sul|baden-württemberg'
  ).split('|'),
);

const cities = new Set(
  (
    'abidjan|ulm|pau|goa|rio|peshawar|lahore|lucknow|hyderabad|chennai|kolkata|ahmedabad|pune|jaipur|patna|srinagar|quetta|rawalpindi|chittagong|penang|johor bahru|kuching|kota kinabalu|george town|abu dhabi|abuja|accra|addis ababa|algiers|alger|amman|amsterdam|ankara|antananarivo|asunción|athens|athen|atlanta|auckland|baghdad|baku|baltimore|bamako|' +
    'bangalore|bengaluru|bangkok|barcelona|beijing|peking|beirut|belgrade|belgrad|berlin|bern|bogota|bogotá|bonn|boston|brasilia|brasília|bratislava|brussels|brüssel|bruxelles|bruselas|bruxelas|' +
    'bucharest|budapest|buenos aires|cairo|kairo|el cairo|le caire|canberra|cape town|caracas|casablanca|chicago|cincinnati|cleveland|cologne|köln|colombo|copenhagen|kopenhagen|københavn|dakar|dallas|' +
    'damascus|damaskus|delhi|denver|detroit|dhaka|djibouti|doha|dresden|dubai|dublin|düsseldorf|edinburgh|firenze|florence|frankfurt|gaza|geneva|genf|genève|ginebra|genova|glasgow|guatemala city|' +
    'hamburg|hanoi|harare|havana|la habana|helsinki|hong kong|honolulu|houston|indianapolis|islamabad|istanbul|jakarta|jerusalem|johannesburg|kabul|kampala|karachi|kathmandu|khartoum|kigali|kyiv|kiev|kiew|kinshasa|' +
    'kuala lumpur|kuwait|kyoto|la paz|lagos|las vegas|leipzig|lima|lisbon|lisboa|lissabon|ljubljana|london|londres|londra|londen|los angeles|luanda|lusaka|luxembourg|lyon|madrid|manila|maputo|marseille|melbourne|' +
    'mexico city|ciudad de méxico|cidade do méxico|miami|milan|milano|milwaukee|minneapolis|minsk|mogadishu|monaco|montevideo|montreal|montréal|moscow|moskau|moscou|moscú|mosca|mumbai|munich|münchen|nairobi|naples|napoli|' +
    'new delhi|new orleans|new york|nueva york|nova york|nicosia|oklahoma city|osaka|oslo|ottawa|panama city|paris|parigi|parís|philadelphia|phnom penh|phoenix|pittsburgh|prague|prag|pretoria|pristina|quebec|québec|quito|' +
    'rabat|reykjavik|riga|rio de janeiro|riyadh|rome|roma|rom|rotterdam|salt lake city|san antonio|san diego|san francisco|sanaa|santiago|são paulo|sao paulo|sarajevo|seattle|seoul|seúl|sevilla|shanghai|singapore|skopje|sofia|st. louis|' +
    'stockholm|strasbourg|straßburg|stuttgart|sydney|taipei|tallinn|tashkent|tbilisi|tehran|teheran|téhéran|teherán|tel aviv|the hague|den haag|tirana|tokyo|tokio|toronto|torino|toulouse|tripoli|tunis|turin|ulaanbaatar|united nations|vatican city|' +
    'venice|venezia|vienna|wien|vienne|viena|vilnius|warsaw|warschau|warszawa|varsovie|washington|wellington|yangon|yaoundé|yerevan|zagreb|zurich|zürich|москва|киев|київ|минск|лондон|париж|берлин|рига|санкт-петербург|αθήνα|λονδίνο|بيروت|القاهرة|دبي|لندن|باريس|ירושלים|תל אביב|東京|大阪|北京|上海|香港|台北|ロンドン|パリ|서울|부산|도쿄|베이징|दिल्ली|नई दिल्ली|मुंबई|กรุงเทพฯ|กรุงเทพ'
  ).split('|'),
);

/** True of a city that datelines name alone, without its country. */
export function isKnownCity(text: string): boolean {
  return cities.has(text.toLowerCase());
}

/** True of a state or country of more than one word. */
export function isLongRegion(text: string): boolean {
  return longRegions.has(withoutFullStop(text).toLowerCase());
}
