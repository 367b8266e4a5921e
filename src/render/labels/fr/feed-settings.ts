import type { Translation } from '../compile.ts';
import type { feedSettings as english } from '../en/feed-settings.ts';

export const feedSettings: Translation<typeof english> = {
  read: {
    one: 'Lu {interval}, au plus {count} article à la fois',
    other: 'Lu {interval}, au plus {count} articles à la fois',
  },
  allStories: 'Tous les articles',
  onlyWith: 'Seulement les articles avec ces {criteria}',
  except: '{stories}, sauf ceux avec ces {criteria}',
  criteria: {
    words: 'mots ({entries})',
    topics: 'thèmes ({entries})',
    authors: 'auteurs ({entries})',
  },
  or: '{one} ou {other}',
  mentionsNone: 'Ne mentionne aucun rôle',
  mentions: 'Mentionne {roles}',
  headline: 'Texte au-dessus d’un article : le titre',
  template: 'Texte au-dessus d’un article : {template}',
  noQuietHours: 'Pas d’heures calmes',
  quietHours: 'Heures calmes : {hours} ; les articles sont publiés ensuite',
  noDigest: 'Un message par article',
  digest: 'Récapitulatif de tous les articles : {digest}',
  language: {
    en: 'Libellés en anglais',
    de: 'Libellés en allemand',
    es: 'Libellés en espagnol',
    fr: 'Libellés en français',
    it: 'Libellés en italien',
    ja: 'Libellés en japonais',
    nl: 'Libellés en néerlandais',
    pl: 'Libellés en polonais',
    pt: 'Libellés en portugais',
  },
  forumTag: 'Tags du forum : ceux qui correspondent aux thèmes de l’article, sinon « {tag} »',
  noForumTag: 'Tags du forum : ceux qui correspondent aux thèmes de l’article, sinon aucun',
  notInThread:
    'Les commentaires ne sont pas repris, car un article dans un fil n’a pas son propre fil',
  notMirrored: 'Les commentaires ne sont pas repris',
  notInDigest:
    'Les commentaires ne sont pas repris, car un article dans un récapitulatif n’a pas de fil',
  withStory: 'Les commentaires sont repris {interval}, dans un fil ouvert avec l’article',
  withComment:
    'Les commentaires sont repris {interval}, dans un fil ouvert avec le premier commentaire',
  wholeBacklog: 'D’une longue discussion, tous les commentaires sont repris',
  backlog: {
    one: 'D’une longue discussion, le commentaire le plus récent est repris',
    other: 'D’une longue discussion, les {count} commentaires les plus récents sont repris',
  },
  personas: 'Les nouveaux commentaires ont le nom et l’image de leur auteur',
  neverCloses: 'Les discussions ne ferment jamais',
  closes: 'Les discussions ferment {duration} après la publication',
  closesAnnounced:
    'Les discussions ferment {duration} après la publication, avec un avis {warning} avant',
  selectors: 'Sélecteurs des commentaires : {selectors}',
};
