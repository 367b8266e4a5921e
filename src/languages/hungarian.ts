import type { Language } from './language.ts';

export const hungarian = {
  called: ['hungarian'],
  credits: {
    signed: ['írta'],
    and: ['és'],
    anywhere: { and: ['és'] },
    works: {
      byline: ['szerző', 'szerzők', 'írta'],
      writing: ['szöveg'],
      editing: ['szerkesztette', 'szerkesztő', 'szerkesztés'],
      photography: ['fotó', 'fotók', 'fényképezte', 'kép', 'képek'],
      translation: ['fordította', 'fordítás'],
      graphics: ['grafika'],
    },
  },
  photos: { pictures: ['fotó', 'kép'] },
  boilerplate: { invitations: ['tovább olvasom'] },
  comments: {
    counted: ['hozzászólás', 'hozzászólások', 'komment', 'kommentek'],
    wrote: ['írta', 'mondta'],
    actions: ['válasz', 'jelentés', 'tetszik'],
    ago: ['ezelőtt', 'tegnap', 'ma'],
  },
} satisfies Language;
