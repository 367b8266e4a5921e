import type { StoryDraft } from '../edition.ts';

export const buoy: StoryDraft = {
  headline: 'Trawler hauls up a weather buoy that has been missing since 1974',
  place: 'Tarrow Bay',
  agency: 'Halyard',
  summary:
    'The crew of the Constance found a yellow buoy in their nets this week, with its instruments still sealed inside. The weather service had written it off half a century ago.',
  credits: {
    reporting: [{ name: 'Kwabena Asante' }],
    writing: [{ name: 'Siobhán Ní Dhálaigh' }],
    editing: [{ name: 'J. P. Castellane Jr.' }],
  },
  photo: {
    name: 'harbour-dawn',
    caption: 'Boats leaving Tarrow Bay, where the buoy now stands outside the net loft.',
    photographer: 'Kwabena Asante',
    agency: 'Halyard',
  },
  topics: ['Fishing', 'Science', 'History'],
  body: [
    'The net came up heavy and the skipper of the Constance thought of cod. It was a weather buoy, round and yellow beneath its weed, with a plate that asked the finder to telephone a number of four digits.',
    '“I did ring it,” said the skipper, Aroha Tūhoe. “I got a dentist.”',
    'The weather service remembers the buoy by its serial number. It was moored off Gull Point in 1971, sent its last reading on a February evening in 1974, and was presumed to have gone the way of its chain.',
    'Inside the sealed drum are a barograph, a clock stopped at ten past eight, and a paper roll that holds the whole of its last week. Bjarni Halldórsson, who looks after the service’s instruments, unrolled the first hand’s breadth with tweezers.',
    '“You can see the gale arrive,” he said. “You see the pressure fall and fall, and then the pen draws a line straight down, and that is the chain.”',
    'The roll will be copied in the capital and returned. The buoy stays in Tarrow Bay, where it has been given a coat of paint, and where someone has already asked it for tomorrow’s forecast.',
  ],
};

export const lifeboat: StoryDraft = {
  headline: 'School choir’s song chosen for the lifeboat’s hundredth year',
  place: 'Skerrin',
  agency: 'Halyard',
  summary:
    'A song by twenty-three pupils will be sung from the slipway when the lifeboat station turns a hundred. It was the only entry that the crew could whistle.',
  credits: {
    reporting: [{ name: 'Ingibjörg Sölvadóttir' }],
    editing: [{ name: 'Hana Kovářová' }],
  },
  photo: {
    name: 'lighthouse-day',
    caption: 'Gull Point, seen from the slipway on which the choir will stand.',
    photographer: 'Bảo Trân Lê',
    agency: 'Halyard',
  },
  topics: ['Music', 'Lifeboat', 'Schools'],
  body: [
    'There were forty-one entries, among them an overture, a sea shanty in Latin and a piece for six foghorns. The lifeboat’s crew listened to all of them and picked the one that the mechanic was still whistling a week afterwards.',
    '“The Door Is Always Open” was written by the fourth class of Skerrin school with their teacher, Inés Villarroel. It has three verses, and a refrain that consists mostly of the word “heave”.',
    'The pupils prepared for it by asking every member of the crew what they think about on the way out. The answers went into the verses: the time, the fuel, whose turn it was to buy milk.',
    '“They wanted something about courage,” Villarroel said. “The crew asked whether it might be about the milk.”',
    'The choir will sing on the slipway on the second of May, when the boat has served for a hundred years. If there is a call during the song, the coxswain has promised, the boat will go out on the beat.',
    'The six foghorns have been invited to play at a distance.',
  ],
};

export const umbrellas: StoryDraft = {
  headline: 'Library lends umbrellas, and asks for most of them back',
  place: 'Port Merrow',
  agency: 'Halyard',
  summary:
    'Two hundred umbrellas left on buses over the years can now be borrowed with a library card. The loan is for one shower, renewable.',
  credits: {
    reporting: [{ name: 'Yuki Shimabukuro' }],
    writing: [{ name: 'Amara Okonkwo-Reid' }],
    editing: [{ name: 'Omar el-Sayegh' }],
  },
  photo: {
    name: 'street-storm',
    caption: 'Rain on Harbour Row, a few doors from the library’s newest collection.',
    photographer: 'Leilani Kahananui',
    agency: 'Halyard',
  },
  topics: ['Library', 'Weather'],
  body: [
    'The newest shelf in the town library holds nothing to read. It is two yards long, it drips, and whatever is on it may be taken out for one shower.',
    'The umbrellas came from the bus depot, which had kept every one left behind since 2003 and needed the cupboard. There are two hundred of them, catalogued by colour, size and whether they turn inside out.',
    '“We lend by trust and by weather,” said Ferelith Baptiste-Osei, the head librarian. “If it is still raining when you get home, that is a renewal.”',
    'There are no fines. A borrower who forgets one on a bus is asked to remember the number of the bus.',
    'The first umbrella went out on Monday at five past nine, to a man who recognised it as his own.',
    'The depot has asked whether the library would also care for four hundred single gloves.',
  ],
};

export const comet: StoryDraft = {
  headline: 'Two teenagers and a borrowed telescope find a new comet',
  place: 'Gull Point',
  agency: 'Halyard',
  summary:
    'Two pupils watching the sky from the old signal station have found a comet that no survey had listed. It will be seen with binoculars in January, if the town turns its lamps down.',
  credits: {
    reporting: [{ name: 'Tomasz Wierzbicki' }],
    additionalReporting: [{ name: 'Ngozi Adeyemi-Clarke' }],
    editing: [{ name: 'Hana Kovářová' }, { name: 'J. P. Castellane Jr.' }],
  },
  photo: {
    name: 'lighthouse-night',
    caption:
      'The sky over Gull Point, where the comet was first seen beside the handle of the Plough.',
    photographer: 'Bảo Trân Lê',
    agency: 'Halyard',
  },
  topics: ['Astronomy', 'Schools', 'Science'],
  body: [
    'It was a smudge, and Rosalind Achterberg wiped the lens twice before she believed in it. Her friend Kaito Watanabe drew the smudge on the back of a bus ticket, and an hour later drew it again, a finger’s breadth to the left.',
    'The two are sixteen and had borrowed the school’s telescope to photograph Saturn for a poster. Saturn was behind the chimney of the signal station, so they looked at what was not.',
    '“Stars keep their places,” Watanabe said. “This one was going somewhere.”',
    'They sent the ticket, and a photograph, to the observatory in the capital, where the orbit was worked out over a weekend. The comet comes by once in about 1,400 years, so that nobody had been waiting for it.',
    'It will be at its brightest in the second week of January, low in the west. The town has agreed to switch off the lamps on the promenade between eight and nine on those evenings.',
    'By custom the comet will carry both their names. The poster of Saturn is overdue.',
  ],
};

export const scooters: StoryDraft = {
  headline: 'Pier sets a speed limit after a race between two grandmothers',
  place: 'Port Merrow',
  agency: 'Halyard',
  summary:
    'Mobility scooters on the pier are to keep to six miles an hour, the town council decided. The rule follows a race in August whose winner is still in dispute.',
  credits: {
    reporting: [{ name: 'Ngozi Adeyemi-Clarke' }],
    writing: [{ name: 'Ruaridh MacAskill' }],
    editing: [{ name: 'Omar el-Sayegh' }],
  },
  photo: {
    name: 'harbour-day',
    caption: 'The harbour from the end of the pier, which was also the finishing line.',
    photographer: 'Mateus Figueira',
    agency: 'Halyard',
  },
  topics: ['Local Government', 'Promenade', 'Safety'],
  body: [
    'The sign is round, red and white, and stands beside the ice-cream kiosk: six miles an hour. It is the first speed limit in the pier’s 140 years, and two people in town know that it is meant for them.',
    'On the last Sunday of August, Concepción Baranda and Maud Ellery-Nakamura left the turnstile side by side on their scooters. Accounts differ about what was said there. Both reached the bandstand well ahead of a jogger.',
    '“It was a conversation,” said Baranda, who is seventy-nine. “We were having it quickly.”',
    'The council heard from the jogger, from a man who had dropped an ice cream, and from an engineer who had measured the planks. It then voted for the limit by eight to one.',
    'The one was Councillor Devereaux Lam, who holds that a pier is for looking at the sea and that people should look at it at whatever speed suits them.',
    'As for the race, no photograph of the finish has been found. Each of the two says that she won, and each, that she slowed down at the end for the other.',
  ],
};
