import { byId, el, fill } from './dom.js';
import { icon } from './icons.js';
import { ask, note } from './perform.js';
import { openThread, state, emit } from './state.js';
import { tick } from './time.js';

const hourMs = 3_600_000;
const turns = [
  ['1 hour', hourMs],
  ['1 day', 24 * hourMs],
  ['7 days', 7 * 24 * hourMs],
];
/** The story that the visitor chose, until another channel is opened. */
let chosen = { slug: '', channelId: '' };
let drawnFor = '';

export function toggleDemoControls(open = byId('demo-controls').hidden) {
  byId('demo-controls').hidden = !open;
  byId('app').classList.toggle('demo-controls-open', open);
  if (open) drawDemoControls();
}

/** The story of the open thread where there is one, else the one chosen, else the newest. */
function story() {
  const named = openThread()?.name;
  const bySlug = chosen.channelId === state.channelId ? chosen.slug : null;
  return (
    state.stories.find(({ slug }) => slug === bySlug) ??
    state.stories.find(({ headline }) => named && headline.startsWith(named.slice(0, 60))) ??
    state.stories[0]
  );
}

async function control(deed, done, element) {
  element.setAttribute('aria-busy', 'true');
  try {
    await ask('/api/demo', deed);
    note(done, 'done');
    return true;
  } catch (error) {
    note(error.message);
    return false;
  } finally {
    element.removeAttribute('aria-busy');
  }
}

function button(name, label, deed, done, kind = 'secondary') {
  return el(
    'button',
    {
      type: 'button',
      class: `button ${kind}`,
      data: { key: `demo-${label}` },
      on: { click: ({ currentTarget }) => control(deed(), done, currentTarget) },
    },
    name && icon(name),
    label,
  );
}

export function drawDemoControls() {
  if (byId('demo-controls').hidden) return;
  const about = JSON.stringify([state.stories, story()?.slug]);
  if (about === drawnFor) return;
  drawnFor = about;
  const draft = byId('demo-controls').querySelector('textarea')?.value ?? '';
  fill(byId('demo-controls'), [
    el(
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
    ),
    el(
      'div',
      { class: 'demo-body' },
      el(
        'p',
        { class: 'demo-words' },
        'You are the town paper for a while. The bot reads it every few seconds and brings the server up to date.',
      ),
      el(
        'section',
        {},
        el('h3', {}, 'The paper'),
        button(
          'plus',
          'Publish a story',
          () => ({ do: 'publish' }),
          'Published. The bot will post it in a moment.',
          'primary',
        ),
      ),
      storyControls(draft),
      el(
        'section',
        {},
        el('h3', {}, 'The clock'),
        el('p', { class: 'demo-clock', data: { clock: '' } }),
        el('p', { class: 'demo-words' }, 'Discussions close when their time is over.'),
        el(
          'div',
          { class: 'row' },
          turns.map(([label, ms]) =>
            button(
              null,
              `+ ${label}`,
              () => ({ do: 'turnClock', ms }),
              `The clock was turned forward by ${label}.`,
            ),
          ),
        ),
      ),
    ),
  ]);
  tick();
}

function storyControls(draft) {
  const about = story();
  if (!about) return el('p', { class: 'empty' }, 'The paper has printed nothing yet.');
  const pick = ({ currentTarget }) => {
    chosen = { slug: currentTarget.value, channelId: state.channelId };
    drawDemoControls();
  };
  const { slug } = about;
  const text = el('textarea', {
    class: 'input',
    rows: 2,
    maxlength: 2000,
    'aria-label': 'Your comment at the paper',
    placeholder: 'Your comment at the paper (or leave it to the demo)',
    data: { key: 'demo-comment' },
  });
  text.value = draft;
  const add = async ({ currentTarget }) => {
    const deed = { do: 'addComment', slug, text: text.value || null };
    if (
      await control(
        deed,
        'Commented at the paper. It comes to the thread in a moment.',
        currentTarget,
      )
    )
      text.value = '';
  };
  return el(
    'section',
    {},
    el('h3', {}, 'A story’s comments'),
    el(
      'label',
      { class: 'field' },
      el('span', { class: 'unseen' }, 'Story'),
      el(
        'select',
        { class: 'select', data: { key: 'demo-story' }, on: { change: pick } },
        state.stories.map((one) =>
          el('option', { value: one.slug, selected: one.slug === slug }, one.headline),
        ),
      ),
    ),
    el(
      'p',
      { class: 'demo-words' },
      `${about.comments} ${about.comments === 1 ? 'comment' : 'comments'} · `,
      el(
        'span',
        { class: about.discussion === 'open' ? 'badge open' : 'badge closed' },
        about.discussion,
      ),
    ),
    text,
    el(
      'div',
      { class: 'row' },
      el(
        'button',
        { type: 'button', class: 'button primary', data: { key: 'demo-add' }, on: { click: add } },
        icon('plus'),
        'Add comment',
      ),
    ),
    el(
      'div',
      { class: 'row' },
      button('pencil', 'Edit newest', () => ({ do: 'editComment', slug }), 'Edited at the paper.'),
      button(
        'trash',
        'Withdraw newest',
        () => ({ do: 'withdrawComment', slug }),
        'Withdrawn at the paper.',
      ),
      button(
        'lock',
        'Close comments',
        () => ({ do: 'closeDiscussion', slug }),
        'The paper closed the comments.',
      ),
    ),
  );
}
