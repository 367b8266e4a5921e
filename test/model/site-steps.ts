import { minuteMs } from '../../src/core/time/duration.ts';
import { Model } from './model.ts';
import { named, type Step } from './play.ts';
import { type Health, type System, systems } from './site.ts';

const sicknesses: readonly Health[] = ['windowed', 500, 503, 403, 404, 'page', 'cut'];

/** What readers and the publisher do, and what its servers suffer. */
export const siteSteps: readonly Step[] = [
  [
    24,
    'write',
    (play, { model, random }) => {
      const story = play.story();
      const state = random.chance(0.12) ? 'pending' : 'shown';
      return named(story, model.write(story, play.now(), state));
    },
  ],
  [
    0.8,
    'burst',
    (play, { model, random }) => {
      const story = play.story();
      const count = random.whole(11, 40);
      for (let more = 0; more < count; more += 1) model.write(story, play.now(), 'shown');
      return `${story.number}, ${count} comments`;
    },
  ],
  [
    12,
    'edit',
    (play, { model }) => {
      const story = play.story();
      const comment = play.comment(story, ({ state }) => state === 'shown');
      if (comment) model.edit(story, comment);
      return named(story, comment);
    },
  ],
  [
    8,
    'withdraw',
    (play) => {
      const story = play.story();
      return named(story, play.withdraw(story));
    },
  ],
  [
    5,
    'restore',
    (play) => {
      const story = play.story();
      const comment = play.comment(story, ({ state }) => state === 'withdrawn');
      if (!comment || !play.hasParent(story, comment)) return null;
      Model.show(story, comment, play.now());
      return named(story, comment);
    },
  ],
  [
    6,
    'approve',
    (play) => {
      const story = play.story();
      const comment = play.comment(story, ({ state }) => state === 'pending');
      if (!comment || !play.hasParent(story, comment)) return null;
      Model.show(story, comment, play.now());
      return named(story, comment);
    },
  ],
  [
    0.8,
    'publisher closes',
    (play) => {
      const story = play.story();
      if (story.isClosed) return null;
      story.isClosed = true;
      play.markLocked(story);
      return String(story.number);
    },
  ],
  [
    0.8,
    'publisher opens',
    (play) => {
      const story = play.story();
      if (!story.isClosed) return null;
      story.isClosed = false;
      return String(story.number);
    },
  ],
  [
    4,
    'sick',
    (_, { site, random }) => {
      const system = random.pick<System>(systems) ?? 'isso';
      site.health[system] = random.pick(sicknesses) ?? 500;
      return `${system} ${site.health[system]}`;
    },
  ],
  [
    5,
    'well',
    (_, { site, random }) => {
      const system = random.pick<System>(systems) ?? 'isso';
      site.health[system] = 'well';
      return system;
    },
  ],
  [
    0.7,
    'outage',
    async (_, { site, newsroom }) => {
      site.health.remark42 = 503;
      site.health.isso = 'well';
      for (let turn = 0; turn < 9; turn += 1) await newsroom.later(10 * minuteMs);
      return '';
    },
  ],
];
