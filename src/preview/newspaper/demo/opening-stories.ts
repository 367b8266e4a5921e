import type { StoryDraft } from '../edition.ts';

export const logbook: StoryDraft = {
  headline: 'Lost lighthouse logbook found inside a parlour piano',
  place: 'Port Merrow',
  agency: 'Halyard',
  summary:
    'A piano tuner called to a sticking key has found the missing logbook of Gull Point lighthouse, last seen in 1911. Its final pages describe a night on which forty people were brought ashore by lamp signals alone.',
  credits: {
    reporting: [{ name: 'Siobhán Ní Dhálaigh' }],
    additionalReporting: [{ name: 'Tomasz Wierzbicki', place: 'Skerrin' }],
    writing: [{ name: 'Amara Okonkwo-Reid' }],
    editing: [{ name: 'Hana Kovářová' }, { name: 'J. P. Castellane Jr.' }],
  },
  photo: {
    name: 'lighthouse-dusk',
    caption:
      'Gull Point lighthouse, whose logbook for 1909 to 1911 had been missing for a century.',
    photographer: 'Mateus Figueira',
    agency: 'Halyard',
  },
  topics: ['History', 'Lighthouse', 'Harbour'],
  body: [
    'Dimitra Papanikolaou had tuned the upright in the front room of 14 Net Street twice before, and both times the lowest A had stuck. On the third visit she took out the bottom panel, reached behind the pedals and drew out a book wrapped in sailcloth.',
    'It was the logbook of Gull Point lighthouse, in three different hands, from the spring of 1909 to the November gale of 1911. The town museum had listed it as lost at sea.',
    '“I thought it was a hymnal,” Papanikolaou said, still with dust on her sleeves. “Then I opened it and the first line I read was about the price of lamp oil.”',
    'The last keeper to write in it, Elias Thorne, seems to have hidden the book himself. The house belonged to his sister, and a note on the flyleaf asks whoever finds it to “let the company cool before you show them page ninety”.',
    'Page ninety describes the night of 18 November 1911, when the fog bell failed and Thorne spent six hours covering and uncovering the lamp with his coat. Forty people from two fishing boats steered by it. He was fined a week’s pay for the damage to the coat, which was the company’s.',
    '“We knew about the boats, and we knew about the fine,” said Wanjirũ Kamau, who keeps the museum’s archive. “Nobody had ever put the two on the same page. He did, and then he hid the page in a piano.”',
    'The museum intends to show the book from the first week of December, opened at page ninety. The piano, Papanikolaou reports, now has a perfect A.',
  ],
};

export const nightFerry: StoryDraft = {
  headline: 'Night ferry to Skerrin will sail all winter after a close vote',
  place: 'Port Merrow',
  agency: 'Halyard',
  summary:
    'The harbour board voted five to four last night to keep the late ferry to Skerrin through the winter. Nurses, bakers and a brass band had asked for it; the treasurer warned that the boat sails half empty.',
  credits: {
    reporting: [{ name: 'Ngozi Adeyemi-Clarke' }, { name: 'Ruaridh MacAskill' }],
    additionalReporting: [{ name: 'Ingibjörg Sölvadóttir', place: 'Skerrin' }],
    writing: [{ name: 'Ngozi Adeyemi-Clarke' }],
    editing: [{ name: 'Hana Kovářová' }, { name: 'Omar el-Sayegh' }],
  },
  photo: {
    name: 'ferry-night',
    caption: 'The Lady Annis on the 11:40pm crossing to Skerrin, which will now run until spring.',
    photographer: 'Leilani Kahananui',
    agency: 'Halyard',
  },
  topics: ['Ferry', 'Harbour', 'Local Government', 'Transport'],
  body: [
    'The 11:40pm ferry to Skerrin will not stop for the winter after all. Shortly before midnight the harbour board decided by five votes to four to keep the Lady Annis sailing every night until the end of March.',
    'The last vote was cast by the chair, Thandeka Mokoena, who looked at the clock, observed that the boat in question was leaving in eleven minutes, and raised her hand.',
    'Sixty people had come to speak. Most of them work at hours when the daytime boats do not sail: nurses from the Skerrin infirmary, two bakers, the crew that cleans the fish market, and the Merrow Silver Band, which has lost three cornets to the early crossing.',
    '“People say the boat is half empty,” said Efua Mensah, who has nursed on the night ward for nine years. “I would ask them to say it to the half that is full.”',
    'The treasurer, Lars-Erik Holmqvist, put the loss at 310 dollars a night and voted against. He asked that the minutes record his admiration for the band, if not for its arithmetic.',
    'To meet part of the cost, the board will end free parking on the east quay and let the café on board open until the last crossing. The price of a ticket stays at four dollars, and at two for anyone in a uniform or carrying a tuba.',
    'The decision will be looked at again in February. Until then, Mokoena said, anyone who wants the night boat to stay has an easy way of showing it. “Get on it.”',
  ],
};

export const seaPool: StoryDraft = {
  headline: 'Sea pool to reopen on Friday with a boiler from a retired tug',
  place: 'Port Merrow',
  agency: 'Halyard',
  summary:
    'The tidal pool below the promenade will be warm again this week, thanks to a boiler taken from the tug Perseverance. Volunteers carried it down the steps in eleven pieces.',
  credits: {
    reporting: [{ name: 'Yuki Shimabukuro' }],
    writing: [{ name: 'Yuki Shimabukuro' }],
    editing: [{ name: 'Omar el-Sayegh' }],
  },
  photo: {
    name: 'beach-dawn',
    caption:
      'Early walkers on the North Strand, a short step from the pool and its borrowed boiler.',
    photographer: 'Bảo Trân Lê',
    agency: 'Halyard',
  },
  topics: ['Swimming', 'Volunteers', 'Promenade'],
  body: [
    'For nineteen months the water in the sea pool has been exactly as warm as the sea, which in November is a temperature that only Mrs. Abernathy enjoys. This week it will be eight degrees warmer.',
    'The new heat comes from an old boat. When the tug Perseverance was retired in the spring, her owner offered the boiler to anyone who could take it away, and the swimming club sent thirty people and a handcart.',
    '“The plan said it would come apart into four pieces,” said Piotr Zieliński, the club’s engineer. “It came apart into eleven. Putting it together again was a winter’s jigsaw with no picture on the box.”',
    'The boiler now burns wood pellets instead of oil and sits in the former ticket office. A window has been cut in the door so that children can watch the fire, and a bench has been put in front of the window for everybody else.',
    'The town paid for the pipes, and the inspection. Everything besides was given, down to the paint, which explains why the changing rooms are the green of the lifeboat and the doors are the blue of the number six bus.',
    'Swimming will cost two dollars, and nothing before seven in the morning. Mrs. Abernathy, who is eighty-four, has let it be known that she will go on using the sea.',
  ],
};

export const gale: StoryDraft = {
  headline: 'Harbour gate to close tonight ahead of three days of gales',
  place: 'Port Merrow',
  agency: 'Halyard',
  summary:
    'The storm gate will be lowered at 9pm, the harbour master said, and is not expected to rise before Friday. Boats that mean to ride it out in the inner basin have until then to come in.',
  credits: {
    reporting: [{ name: 'Ruaridh MacAskill' }],
    additionalReporting: [
      { name: 'Ingibjörg Sölvadóttir', place: 'Skerrin' },
      { name: 'Kwabena Asante', place: 'Tarrow Bay' },
    ],
    writing: [{ name: 'Amara Okonkwo-Reid' }],
    editing: [{ name: 'J. P. Castellane Jr.' }],
  },
  photo: {
    name: 'harbour-storm',
    caption: 'Yachts in the outer harbour on the morning before the gate was to be lowered.',
    photographer: 'Mateus Figueira',
    agency: 'Halyard',
  },
  topics: ['Weather', 'Harbour', 'Safety'],
  body: [
    'The storm gate at the mouth of the inner basin will be lowered at nine o’clock tonight, for the first time this winter, and the harbour master does not expect to raise it before Friday.',
    'Forecasters see three gales crossing the bay one behind another, with gusts of up to 75 miles an hour on Wednesday. The highest water is due that same evening, on a spring tide.',
    '“One gale is weather, and two are a nuisance,” said Solveig Aaltonen, the harbour master. “Three on a spring tide means that you tie everything down twice and then go and see to your neighbour’s.”',
    'There is room for forty boats behind the gate, and thirty-one had come in by noon. Skippers who want one of the remaining berths should call on channel 12 rather than simply turn up, she said, since turning up is how two of them met last year.',
    'In Tarrow Bay the coast road will be shut at dusk. The school at Skerrin is to close at midday on Wednesday, so that its pupils are home before the last daylight ferry.',
    'Sandbags can be fetched at the fire station from four o’clock. People on the lower part of Net Street are asked to take six for each door, and to bring them back this time.',
  ],
};

export const bakery: StoryDraft = {
  headline: 'Net Street bakery rings its bell again, 31 years after the last loaf',
  place: 'Port Merrow',
  agency: 'Halyard',
  summary:
    'Two sisters have reopened the bakery that their grandmother closed in 1995, with her bell, her oven and most of her recipes. The queue on the first morning reached the fish market.',
  credits: {
    reporting: [{ name: 'Amara Okonkwo-Reid' }],
    additionalReporting: [{ name: 'Bảo Trân Lê' }],
    editing: [{ name: 'Hana Kovářová' }, { name: 'Omar el-Sayegh' }],
  },
  photo: {
    name: 'street-dawn',
    caption: 'Net Street at first light, when the bakery’s bell says that the bread is out.',
    photographer: 'Leilani Kahananui',
    agency: 'Halyard',
  },
  topics: ['Food', 'Business', 'Net Street'],
  body: [
    'At ten minutes to six the bell over 22 Net Street rang for the first time since 1995, and a window across the road flew open. “You are late,” called Gwilym Pryce, who is ninety. “By thirty-one years.”',
    'Inside were Zeynep and Defne Aydın, whose grandmother ran the bakery until her knees gave out, and who rang the bell herself each morning when the first loaves were done.',
    'The sisters found the oven bricked up and in good order. The recipes were harder. Their grandmother had written them on flour sacks, in a shorthand of her own, and measured everything in a cup that nobody could find.',
    '“We baked the seeded loaf forty-four times,” said Defne Aydın, the younger. “On the forty-fifth our mother took one bite and had to sit down. So then we knew how big the cup was.”',
    'By seven the queue had turned the corner and by eight it had reached the fish market, where someone began to sell coffee to it. The last loaf went at half past nine, to a man who had come for stamps.',
    'The bakery will open from Tuesday to Saturday. The bell rings once for bread and twice for buns, and the neighbours, asked whether they minded, sent back a petition in favour of a third ring for cake.',
  ],
};
