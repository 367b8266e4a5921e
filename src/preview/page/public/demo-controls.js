import { byId, el } from './dom.js';
import { control, controlButton, foldedForm } from './demo-deed.js';
import { chooseStory, storyControls } from './demo-story.js';
import { icon } from './icons.js';
import { state, emit } from './state.js';
import { tick } from './time.js';

const hourMs = 3_600_000;
const turns = [
  ['1 hour', hourMs],
  ['1 day', 24 * hourMs],
  ['7 days', 7 * 24 * hourMs],
];
/** Brings the controls up to date; `null` until they were opened for the first time. */
let update = null;

export function toggleDemoControls(open = byId('demo-controls').hidden) {
  byId('demo-controls').hidden = !open;
  byId('app').classList.toggle('demo-controls-open', open);
  if (open) drawDemoControls();
}

/** The elements are made once and updated from then on: what the visitor types stays. */
export function drawDemoControls() {
  if (byId('demo-controls').hidden) return;
  update ??= build();
  update();
  tick();
}

function build() {
  const story = storyControls();
  byId('demo-controls').append(
    titleBar(),
    el(
      'div',
      { class: 'demo-controls-body' },
      el(
        'p',
        { class: 'demo-controls-words' },
        'You are the town paper for a while. The bot reads it every few seconds and brings the server up to date.',
      ),
      el('p', { class: 'demo-controls-words' }, aboutPeople()),
      paperControls(),
      story.views,
      clockControls(),
    ),
  );
  return story.update;
}

function titleBar() {
  return el(
    'header',
    { class: 'bar' },
    icon('paper'),
    el('h2', { class: 'title' }, 'Demo controls'),
    el('span', { class: 'spring' }),
    el(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': 'Close the demo’s controls',
        on: { click: () => emit('demo-controls') },
      },
      icon('close'),
    ),
  );
}

function aboutPeople() {
  const moderator = state.people.find(({ role }) => role === 'moderator')?.name;
  const yours = `While you are ${moderator}, every case waits for you.`;
  return `${state.demo.reporter} and ${moderator} act by themselves: one reports the rude comment under the night ferry, the other removes it. They touch nothing else. ${yours}`;
}

function paperControls() {
  const fields = [
    { key: 'headline', label: 'Headline', required: true, maxlength: 300 },
    {
      key: 'text',
      label: 'Text',
      rows: 5,
      required: true,
      maxlength: 20_000,
      hint: 'An empty line begins a new paragraph.',
    },
    { key: 'author', label: 'By', placeholder: 'Robin Vane', maxlength: 200 },
    { key: 'place', label: 'Place', placeholder: 'Port Merrow', maxlength: 200 },
    { key: 'topics', label: 'Topics', placeholder: 'Harbour, Weather', maxlength: 200 },
  ];
  const published = 'Published. The bot will post it in a moment.';
  const publish = async (deed, element) => {
    const answer = await control(deed, published, element);
    if (answer) chooseStory(answer.slug);
    return answer;
  };
  const own = foldedForm('pencil', 'Write a story', fields, 'Publish', (story, element) =>
    publish({ do: 'publish', story }, element),
  );
  const next = el(
    'button',
    {
      type: 'button',
      class: 'button primary',
      on: { click: ({ currentTarget }) => publish({ do: 'publish' }, currentTarget) },
    },
    icon('plus'),
    'Publish a story',
  );
  return el('section', {}, el('h3', {}, 'The paper'), el('div', { class: 'row' }, next, own.view));
}

function clockControls() {
  return el(
    'section',
    {},
    el('h3', {}, 'The clock'),
    el('p', { class: 'demo-controls-clock', data: { clock: '' } }),
    el('p', { class: 'demo-controls-words' }, 'Discussions close when their time is over.'),
    el(
      'div',
      { class: 'row' },
      turns.map(([label, ms]) =>
        controlButton(
          null,
          `+ ${label}`,
          () => ({ do: 'turnClock', ms }),
          `The clock was turned forward by ${label}.`,
        ),
      ),
    ),
  );
}
