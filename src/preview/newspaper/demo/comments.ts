import { dayMs, hourMs, minuteMs, secondMs } from '../../../core/time/duration.ts';
import type { CommentScript } from '../edition.ts';

export const onLogbook: readonly CommentScript[] = [
  {
    id: '1001',
    at: -2.6 * dayMs,
    author: 'keeperskin',
    text: 'Elias Thorne was my great-great-uncle. The family story always had the coat in it, and none of us ever knew why. Thank you, and thank the piano.',
  },
  {
    id: '1002',
    at: -2.4 * dayMs,
    author: 'B. Nakagawa-Holt',
    text: 'Forty people and they fined him for the coat.\n\nI hope the museum shows the fine beside page ninety.',
  },
  {
    id: '1003',
    at: -1.9 * dayMs,
    author: 'Dunmore Quay',
    text: 'We have an upright with a sticking A as well. Going in with a torch tonight.',
  },
  {
    id: '1004',
    at: -1.85 * dayMs,
    author: 'Marguerite at the ferry office',
    text: 'Report back, please. Our office piano has not been opened since the old king.',
    inReplyTo: '1003',
  },
  {
    id: '1005',
    at: -1.8 * dayMs,
    author: 'Dunmore Quay',
    text: 'Two hairpins, a tram ticket and a dead moth. History is unevenly spread.',
    inReplyTo: '1004',
  },
  {
    id: '1006',
    at: -1.75 * dayMs,
    author: 'salt_and_rope',
    text: 'The entry on the three nights without a light is the best page of English written on this coast. He never says that he was afraid, and every line is.',
  },
  {
    id: '1007',
    at: -1.7 * dayMs,
    author: 'R. Oyelaran',
    text: 'Is there a transcript? My father reads large print only.',
  },
  {
    id: '1008',
    at: -1.65 * dayMs,
    author: 'Museum volunteer',
    text: 'There will be one at the desk from Saturday, in two sizes. Ask for Hanne.',
    inReplyTo: '1007',
  },
  {
    id: '1009',
    at: -1.6 * dayMs,
    author: 'keeperskin',
    text: 'My cousin says the coat is in a trunk in Skerrin. We are looking for the key.',
    inReplyTo: '1002',
  },
  {
    id: '1010',
    at: -1.55 * dayMs,
    author: 'B. Nakagawa-Holt',
    text: 'Then the fine and the coat can hang side by side. I would pay for the hook.',
    inReplyTo: '1009',
  },
  {
    id: '1011',
    at: -1.5 * dayMs,
    author: 'Tidewatcher',
    text: 'Page ninety gives the wind as south-west. The harbour log for that night says north. Somebody was wrong, or somebody was being kind.',
  },
  {
    id: '1012',
    at: -1.45 * dayMs,
    author: 'salt_and_rope',
    text: 'North on the quay, south-west at the lamp. The gap in the cliffs does that in every gale.',
    inReplyTo: '1011',
  },
  {
    id: '1013',
    at: -1.4 * dayMs,
    author: 'Östen from Skerrin',
    text: 'Forty people. My grandmother was one of them and was nine days old.',
  },
];

/** Seconds from the start stand in the order of the demo's first three minutes. */
export const onNightFerry: readonly CommentScript[] = [
  {
    id: '1101',
    at: -4.5 * hourMs,
    author: 'wardsister',
    text: 'Nine years of sleeping on a bench in the infirmary because there was no boat home. Five to four is close, but I will take it.',
  },
  {
    id: '1102',
    at: -4 * hourMs,
    author: 'Östen from Skerrin',
    text: 'The bench has been there longer than the infirmary. See you on the 11:40.',
    inReplyTo: '1101',
  },
  {
    id: '1103',
    at: -3.2 * hourMs,
    author: 'plain_sums',
    text: '310 dollars a night is about 37,000 for the winter. The east quay car park will not bring in half of that. I am glad of the boat, but somebody should say where the rest comes from.',
  },
  {
    id: '1104',
    at: -50 * minuteMs,
    author: 'wardsister',
    text: 'Fair question. The café is the other half, if they let it sell something hot.',
    inReplyTo: '1103',
  },
  {
    id: '1105',
    at: 10 * secondMs,
    author: 'third cornet',
    text: 'Rehersal ends at 11:15. We can make it if nobody plays an encore.',
    edits: [
      {
        at: 45 * secondMs,
        text: 'Rehearsal ends at 11:15. We can make it if nobody plays an encore.\n\n(Spelling mended. The tuba noticed.)',
      },
    ],
  },
  {
    id: '1106',
    at: 24 * secondMs,
    author: 'Efua M.',
    text: 'Play the encore on the boat. The night ward will lean out of the windows. 🎺🚢',
    inReplyTo: '1105',
  },
  {
    id: '1107',
    at: 30 * secondMs,
    author: 'stormcrow88',
    text: 'What a pack of barnacle-brained nincompoops. Whoever voted for this has the wits of a wet sock, and so has every one of you who cheered for it. Go and soak your heads.',
  },
  {
    id: '1108',
    at: 50 * secondMs,
    author: 'Holger P.',
    text: 'I have it from a cousin that the Lady Annis is to be sold in January whatever they voted.',
    withdrawnAt: 75 * secondMs,
  },
  {
    id: '1109',
    at: 90 * secondMs,
    author: 'Capt. Idris Vaughan-Mwangi (retired)',
    text: [
      'I sailed the Skerrin crossing for twenty-six years, eleven of them at night, and as both sides have now quoted me to each other in the fish market I had better say for myself what I think.',
      'A night boat is never full. I want to begin there, because the treasurer is right about it and deserves to hear so from someone who was on the bridge. In all my time I can remember four nights on which we left a passenger on the quay: two midsummers, the evening of the big match, and the night the circus missed its own barge. On all the others there were empty seats, and on a wet Tuesday in February there were so many that the mate used to lie down across a row of them and call it an inspection.',
      'But a boat is not a theatre. You do not count the seats to know what it is for. What you count is who would be where, if it had not sailed. I took a midwife over at a quarter to midnight and she was in time. I took a boy of nineteen to sit with his father. I took the man who mends the telephone exchange, three times in a single week, and nobody in Skerrin ever knew that they had been cut off. I carried bread, blood, newspapers (this one), a harp, and a judge. Not one of them would have waited for the morning gladly, and two or three could not have waited at all.',
      'I also took a great many people home who had simply stayed too long at a party, and I do not apologise for it. They were in better hands with me than in a rowing boat, which is how their grandfathers went home, and not all of their grandfathers arrived.',
      'Now for the money. The boat burns more than she needs to, because the timetable has her run at fourteen knots for no reason except that the old boat did. Let her run at eleven. She will arrive nineteen minutes later, when the buses are asleep in any case, and she will burn about a third less. I wrote that down for the board in 2009 and again in 2016, on both occasions with a table. I should be pleased to bring the table in a third time.',
      'And let the café sell soup. I asked for soup in 1998, when a purser of great gifts was selling it out of a flask from under the counter, and in the winter he did so the boat made more from lentils than from tickets. There is a galley on the Lady Annis, it has two good rings, and I know for a fact that both of them work, because I mended the second one myself with a spoon.',
      'As for the tuba: it should pay the full fare. It takes up a seat and it has never once helped with the ropes.',
      'So: eleven knots, lentils, and a fair count in February of who was on board and why. Ask them as they step off. Anyone who was on the bridge could have told the board the answers, but nobody has ever asked the bridge. Fair weather to all of you, and be civil to the crew. They can hear everything that is said on the after deck, and they always could.',
      'One last word, to the young people who asked me at the ferry stage whether the night crossing is lonely. It is the least lonely place I know. There is a light behind you and a light ahead, somebody is making tea, and for fifty minutes nobody on earth can ask you to be anywhere else.',
    ].join('\n\n'),
  },
  {
    id: '1110',
    at: 132 * secondMs,
    author: 'plain_sums',
    text: 'Eleven knots! I have run the numbers, Captain, and I withdraw my question.',
    inReplyTo: '1109',
  },
];

export const onSeaPool: readonly CommentScript[] = [
  {
    id: '1201',
    at: 38 * secondMs,
    author: 'Promenade Polly',
    text: '@everyone who helped on the steps: there is soup at the clubhouse from six. @here means you too, Piotr.',
  },
  {
    id: '1202',
    at: 64 * secondMs,
    author: 'pelletstove',
    text: '**Eleven** pieces and not one left over? In my experience there is *always* a washer.\n> no picture on the box\n1. Lid\n2. Firebox\n3. `???`\n\n[The plan](https://tug-perseverance.example/plan_(final)_v2) has ||four|| pieces, ~~as stated~~, see # 7.',
  },
  {
    id: '1203',
    at: 104 * secondMs,
    author: '<b>Bosun</b> & *Sons* | "Est. 1902"',
    text: 'The blue of the doors is ours: 3 < 4 coats, & we’d give it again. </p><script>alert("wet paint")</script>',
  },
  {
    id: '1204',
    at: 14 * minuteMs,
    author: 'M. Abernathy',
    text: 'I can confirm that I shall go on using the sea.',
  },
];

export const onGale: readonly CommentScript[] = [
  {
    id: '1301',
    at: 56 * secondMs,
    author: 'lower net st',
    text: 'Six bags fetched, and yes, I have still got last year’s. 🌊🏠😬 They are holding up my tomatoes.',
  },
  {
    id: '1302',
    at: 80 * secondMs,
    author: '海風 Umikaze',
    text: '港の皆さん、どうぞお気をつけて。 Take care on the quay tonight, all of you.',
  },
  {
    id: '1303',
    at: 115 * secondMs,
    author: 'Σταύρος Μ.',
    text: 'Ευχαριστούμε! Room for one more alongside us in the inner basin, berth 32. Call first.',
    inReplyTo: '1302',
  },
  {
    id: '1304',
    at: 6 * minuteMs,
    author: 'ليلى حدّاد',
    text: 'السلامة للجميع. The kettle is on at the seamen’s mission until the gate goes up.',
  },
];

export const onBakery: readonly CommentScript[] = [
  {
    id: '1401',
    at: 124 * secondMs,
    author: 'G. Pryce, across the road',
    text: 'I said what I said. The seeded loaf was worth it.',
  },
  {
    id: '1404',
    at: 143 * secondMs,
    author: 'Zofia at the fish market',
    text: 'Whoever sold coffee to the queue: it was excellent, and you owe my stall a jug.',
  },
  {
    id: '1402',
    at: 165 * secondMs,
    author: 'came for stamps',
    text: 'It was the last loaf and I regret nothing. I still need the stamps.',
    inReplyTo: '1401',
  },
  {
    id: '1403',
    at: 25 * minuteMs,
    author: 'Anjali & the crew of the Constance',
    text: 'Third ring for cake. Signed, all six of us.',
  },
];

export const onBuoy: readonly CommentScript[] = [
  {
    id: '1501',
    at: 34 * minuteMs,
    author: 'the dentist',
    text: 'For the record, I was very polite about it.',
  },
  {
    id: '1502',
    at: 52 * minuteMs,
    author: 'isobar',
    text: 'A whole week of pressure from 1974. Will the copy be public?',
  },
];
