import type { Labels } from './labels.ts';

export const es: Labels = {
  story: {
    read: 'Leer la noticia',
    discuss: 'Comentar',
    comments: 'Comentarios en el sitio',
    untitled: 'Noticia sin título',
    published: 'Publicado: {time}',
    corrected: 'Corregido: {time}',
    withdrawn: 'Noticia retirada: ~~{headline}~~',
    withdrawnAt: 'Noticia retirada por el medio: {time}',
    photo: 'Foto: {source}',
    topics: 'Temas: {topics}',
  },
  credits: {
    byline: 'Por {names}',
    reporting: 'Información: {names}',
    additionalReporting: 'Con información de: {names}',
    writing: 'Redacción: {names}',
    compiling: 'Recopilación: {names}',
    editing: 'Edición: {names}',
    photography: 'Fotografía: {names}',
    translation: 'Traducción: {names}',
    research: 'Documentación: {names}',
    video: 'Vídeo: {names}',
    graphics: 'Infografía: {names}',
    illustration: 'Ilustración: {names}',
  },
  comment: {
    report: 'Denunciar abuso',
    view: 'Ver en el sitio',
    anonymous: 'Anónimo',
    noText: '(sin texto)',
    continues: 'El comentario continúa en el sitio.',
    edited: 'editado {time}',
    deleted: 'Este comentario se eliminó en el sitio.',
    underReview: 'Este comentario está oculto mientras los moderadores lo revisan.',
    removed: 'Los moderadores han eliminado este comentario.',
  },
  discussion: {
    heading: 'Debate: {headline}',
    mirrorNote:
      'Aquí aparecen los comentarios del sitio del medio. Las respuestas se quedan en Discord.',
    policy: 'Normas de los comentarios',
    openUntil: 'Comentarios abiertos hasta: {time}',
    closingSoon: 'Este debate se cierra {relative} ({time}).',
    staysOpen: 'Este debate sigue abierto.',
    extended: 'Este debate sigue abierto más tiempo. Nuevo cierre: {time}.',
    closed:
      'Este debate está cerrado. Los comentarios se admiten durante un tiempo limitado tras la publicación.',
    moreComments: {
      one: '{count} comentario más en el sitio',
      many: '{count} de comentarios más en el sitio',
      other: '{count} comentarios más en el sitio',
    },
  },
  digest: {
    untitled: 'Noticias',
    heading: '{feed}: {stories}',
    stories: { one: '{count} noticia', other: '{count} noticias' },
    more: { one: 'y {count} más', other: 'y {count} más' },
    skipped: {
      one: 'Se omitió {count} noticia anterior porque llegaron demasiadas a la vez.',
      other: 'Se omitieron {count} noticias anteriores porque llegaron demasiadas a la vez.',
    },
    onSite: 'Leer en el sitio',
  },
};
