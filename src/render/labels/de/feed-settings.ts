import type { Translation } from '../compile.ts';
import type { feedSettings as english } from '../en/feed-settings.ts';

export const feedSettings: Translation<typeof english> = {
  read: {
    one: 'Wird {interval} gelesen, höchstens {count} Artikel auf einmal',
    other: 'Wird {interval} gelesen, höchstens {count} Artikel auf einmal',
  },
  allStories: 'Alle Artikel',
  onlyWith: 'Nur Artikel mit diesen {criteria}',
  except: '{stories}, außer mit diesen {criteria}',
  criteria: {
    words: 'Wörtern ({entries})',
    topics: 'Themen ({entries})',
    authors: 'Verfassern ({entries})',
  },
  or: '{one} oder {other}',
  mentionsNone: 'Erwähnt keine Rolle',
  mentions: 'Erwähnt {roles}',
  headline: 'Text über einem Artikel: die Überschrift',
  template: 'Text über einem Artikel: {template}',
  noQuietHours: 'Keine Ruhezeiten',
  quietHours: 'Ruhezeiten: {hours}; Artikel werden danach gepostet',
  noDigest: 'Eine Nachricht pro Artikel',
  digest: 'Sammelnachricht für alle Artikel: {digest}',
  language: {
    en: 'Beschriftungen auf Englisch',
    de: 'Beschriftungen auf Deutsch',
    es: 'Beschriftungen auf Spanisch',
    fr: 'Beschriftungen auf Französisch',
    it: 'Beschriftungen auf Italienisch',
    ja: 'Beschriftungen auf Japanisch',
    nl: 'Beschriftungen auf Niederländisch',
    pl: 'Beschriftungen auf Polnisch',
    pt: 'Beschriftungen auf Portugiesisch',
  },
  forumTag: 'Forum-Tags: die zu den Themen des Artikels passen, sonst „{tag}“',
  noForumTag: 'Forum-Tags: die zu den Themen des Artikels passen, sonst keiner',
  notInThread:
    'Kommentare werden nicht gespiegelt, denn ein Artikel in einem Thread hat keinen eigenen',
  notMirrored: 'Kommentare werden nicht gespiegelt',
  notInDigest:
    'Kommentare werden nicht gespiegelt, denn ein Artikel in einer Sammelnachricht hat keinen Thread',
  withStory: 'Kommentare werden {interval} gespiegelt, im Thread, der mit dem Artikel öffnet',
  withComment:
    'Kommentare werden {interval} gespiegelt, im Thread, der mit dem ersten Kommentar öffnet',
  wholeBacklog: 'Von einer langen Diskussion werden alle Kommentare gespiegelt',
  backlog: {
    one: 'Von einer langen Diskussion wird der neueste Kommentar gespiegelt',
    other: 'Von einer langen Diskussion werden die neuesten {count} Kommentare gespiegelt',
  },
  personas: 'Neue Kommentare tragen Namen und Bild ihrer Verfasser',
  neverCloses: 'Diskussionen schließen nie',
  closes: 'Diskussionen schließen {duration} nach der Veröffentlichung',
  closesAnnounced:
    'Diskussionen schließen {duration} nach der Veröffentlichung, angekündigt {warning} vorher',
  selectors: 'Selektoren der Kommentare: {selectors}',
};
