import { el, fill } from './dom.js';
import { icon } from './icons.js';
import { control, controlButton, foldedForm } from './demo-deed.js';
import { openThread, state } from './state.js';

/** The story that the visitor chose, until another channel is opened. */
let chosen = { slug: '', channelId: '' };

export function chooseStory(slug) {
  chosen = { slug, channelId: state.channelId };
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

/** The controls of one story and its comments. `update` draws what changed, and leaves what is typed. */
export function storyControls() {
  const slug = () => story()?.slug ?? '';
  const select = el('select', {
    class: 'select',
    on: {
      change() {
        chooseStory(select.value);
        update();
      },
    },
  });
  const count = el('p', { class: 'demo-controls-words' });
  const correct = correctForm(slug);
  const close = el('span', {});
  const about = el(
    'section',
    {},
    el('h3', {}, 'A story'),
    el('label', { class: 'field' }, el('span', { class: 'unseen' }, 'Story'), select),
    count,
    el(
      'div',
      { class: 'row' },
      correct.view,
      controlButton(
        'trash',
        'Withdraw',
        () => ({ do: 'withdrawStory', slug: slug() }),
        'Withdrawn at the paper. The bot strikes the story through in a moment, or ten minutes after its last edit.',
      ),
    ),
  );
  const comments = el(
    'section',
    {},
    el('h3', {}, 'Its comments'),
    commentForm(slug),
    el(
      'div',
      { class: 'row' },
      controlButton(
        'pencil',
        'Edit newest',
        () => ({ do: 'editComment', slug: slug() }),
        'Edited at the paper.',
      ),
      controlButton(
        'trash',
        'Withdraw newest',
        () => ({ do: 'withdrawComment', slug: slug() }),
        'Withdrawn at the paper.',
      ),
      close,
    ),
  );
  const view = el('div', { class: 'demo-story' }, about, comments);
  const empty = el('p', { class: 'empty' }, 'The paper has printed nothing yet.');
  let drawn = {};
  function update() {
    const current = story();
    view.hidden = !current;
    empty.hidden = Boolean(current);
    if (!current) return;
    // From now on a story that arrives does not take its place.
    chooseStory(current.slug);
    const list = JSON.stringify(state.stories.map(({ slug: of, headline }) => [of, headline]));
    if (drawn.list !== list) {
      const options = state.stories.map((one) => el('option', { value: one.slug }, one.headline));
      select.replaceChildren(...options);
    }
    select.value = current.slug;
    if (drawn.slug !== current.slug) correct.fold();
    fill(count, countView(current));
    const { discussion } = current;
    if (drawn.discussion !== discussion) fill(close, closeButton(slug, discussion));
    drawn = { list, slug: current.slug, discussion };
  }
  return { views: [empty, view], update };
}

function countView({ comments, discussion }) {
  return [
    `${comments} ${comments === 1 ? 'comment' : 'comments'} · `,
    el('span', { class: discussion === 'open' ? 'badge open' : 'badge closed' }, discussion),
  ];
}

function correctForm(slug) {
  const fields = [
    { key: 'headline', label: 'Headline', required: true, maxlength: 300 },
    { key: 'text', label: 'Text', rows: 6, required: true, maxlength: 20_000 },
  ];
  const { view, inputs } = foldedForm(
    'pencil',
    'Correct',
    fields,
    'Print the correction',
    (values, element) =>
      control(
        { do: 'correctStory', slug: slug(), ...values },
        'Corrected at the paper. The bot edits its message in a moment, or ten minutes after its last edit.',
        element,
      ),
  );
  const show = () => {
    const { headline = '', text = '' } = story() ?? {};
    inputs.headline.value = headline;
    inputs.text.value = text;
  };
  view.addEventListener('toggle', () => view.open && show());
  return {
    view,
    fold() {
      view.open = false;
    },
  };
}

function commentForm(slug) {
  const text = el('textarea', {
    class: 'input',
    rows: 2,
    maxlength: 2000,
    'aria-label': 'Your comment at the paper',
    placeholder: 'Your comment at the paper (or leave it to the demo)',
  });
  const done = 'Commented at the paper. It comes to the thread in a moment.';
  const add = async ({ currentTarget }) => {
    const deed = { do: 'addComment', slug: slug(), text: text.value || null };
    if (await control(deed, done, currentTarget)) text.value = '';
  };
  return [
    text,
    el(
      'div',
      { class: 'row' },
      el(
        'button',
        { type: 'button', class: 'button primary', on: { click: add } },
        icon('plus'),
        'Add comment',
      ),
    ),
  ];
}

function closeButton(slug, discussion) {
  const isOpen = discussion === 'open';
  const button = controlButton(
    'lock',
    isOpen ? 'Close comments' : 'Reopen comments',
    () => ({ do: isOpen ? 'closeDiscussion' : 'reopenDiscussion', slug: slug() }),
    isOpen ? 'The paper closed the comments.' : 'The paper opened the comments again.',
  );
  button.dataset.key = 'demo-close';
  return button;
}
