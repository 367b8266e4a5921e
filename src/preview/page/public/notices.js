import { byId, el, fill } from './dom.js';
import { icon } from './icons.js';
import { moment } from './time.js';

/** What every visitor should know, above the messages: a feed that cannot be read. */
export function drawNotices(notices) {
  fill(byId('notices'), notices.map(noticeView));
}

function noticeView({ text, againAt }) {
  return el(
    'p',
    { class: 'notice' },
    icon('megaphone'),
    el(
      'span',
      {},
      text,
      againAt && [' Next try at ', moment(againAt, 't'), ', or now with /feed retry.'],
    ),
  );
}
