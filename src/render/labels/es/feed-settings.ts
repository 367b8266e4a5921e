import type { Translation } from '../compile.ts';
import type { feedSettings as english } from '../en/feed-settings.ts';

export const feedSettings: Translation<typeof english> = {
  read: {
    one: 'Se lee {interval}, como mucho {count} noticia a la vez',
    other: 'Se lee {interval}, como mucho {count} noticias a la vez',
  },
  allStories: 'Todas las noticias',
  onlyWith: 'Solo noticias con {criteria}',
  except: '{stories}, salvo las que tienen {criteria}',
  criteria: {
    words: 'estas palabras ({entries})',
    topics: 'estos temas ({entries})',
    authors: 'estos autores ({entries})',
  },
  or: '{one} o {other}',
  mentionsNone: 'No menciona ningún rol',
  mentions: 'Menciona {roles}',
  headline: 'Texto sobre una noticia: el titular',
  template: 'Texto sobre una noticia: {template}',
  noQuietHours: 'Sin horas de silencio',
  quietHours: 'Horas de silencio: {hours}; las noticias se publican después',
  noDigest: 'Un mensaje por noticia',
  digest: 'Resumen de todas las noticias: {digest}',
  language: {
    en: 'Textos en inglés',
    de: 'Textos en alemán',
    es: 'Textos en español',
    fr: 'Textos en francés',
    it: 'Textos en italiano',
    ja: 'Textos en japonés',
    nl: 'Textos en neerlandés',
    pl: 'Textos en polaco',
    pt: 'Textos en portugués',
  },
  forumTag: 'Etiquetas del foro: las que coinciden con los temas de la noticia, o si no «{tag}»',
  noForumTag: 'Etiquetas del foro: las que coinciden con los temas de la noticia, o si no ninguna',
  notInThread:
    'Los comentarios no se reproducen, porque una noticia en un hilo no tiene hilo propio',
  notMirrored: 'Los comentarios no se reproducen',
  notInDigest: 'Los comentarios no se reproducen, porque una noticia en un resumen no tiene hilo',
  withStory: 'Los comentarios se reproducen {interval}, en un hilo que se abre con la noticia',
  withComment:
    'Los comentarios se reproducen {interval}, en un hilo que se abre con el primer comentario',
  wholeBacklog: 'De un debate largo se reproducen todos los comentarios',
  backlog: {
    one: 'De un debate largo se reproduce el comentario más reciente',
    other: 'De un debate largo se reproducen los {count} comentarios más recientes',
  },
  personas: 'Los comentarios nuevos llevan nombre e imagen de su autor',
  neverCloses: 'Los debates no se cierran nunca',
  closes: 'Los debates se cierran {duration} después de la publicación',
  closesAnnounced:
    'Los debates se cierran {duration} después de la publicación, con aviso {warning} antes',
  selectors: 'Selectores de los comentarios: {selectors}',
};
