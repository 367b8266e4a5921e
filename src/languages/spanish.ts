import type { Language } from './language.ts';

export const spanish = {
  called: ['spanish'],
  credits: {
    by: ['por', 'de'],
    signed: ['por', 'un reportaje de', 'una crónica de'],
    and: ['y', 'e'],
    with: ['con'],
    in: ['en', 'desde'],
    for: ['para'],
    more: ['adicional', 'adicionales'],
    anywhere: { with: ['con'], in: ['en'], for: ['para'] },
    works: {
      byline: [['autor', 'autora', 'autores', 'firma', 'redactor', 'redactora'], ['corresponsal']],
      reporting: [
        ['información', 'informe', 'reporte', 'reportaje', 'cobertura'],
        ['reportado', 'reportero', 'reportera', 'reporteros', 'entrevista'],
        ['informes', 'reportes'],
      ],
      additionalReporting: [
        ['colaboración', 'colaboraciones', 'contribución', 'contribuciones'],
        ['con la colaboración', 'con información', 'con aportes', 'con la contribución'],
        ['colaboró', 'colaboraron', 'aportes', 'con reportes'],
      ],
      writing: [['escrito', 'escrita', 'redacción', 'redactado', 'texto', 'textos'], ['crónica']],
      editing: [
        ['editado', 'editada', 'edición', 'editor', 'editora', 'editores'],
        ['edición en español', 'revisado', 'revisión', 'corrección'],
      ],
      compiling: ['compilado', 'recopilado', 'recopilación'],
      photography: [
        ['foto', 'fotos', 'fotografía', 'fotografías', 'fotógrafo', 'fotógrafa'],
        ['imágenes', 'imagen'],
      ],
      research: ['investigación', 'documentación'],
      graphics: ['gráficos', 'gráfico', 'infografía', 'infografías', 'mapas'],
      illustration: ['ilustración', 'ilustraciones', 'ilustrado', 'dibujos'],
      video: ['vídeo', 'vídeos', 'cámara', 'edición de vídeo', 'edición de video'],
      translation: [
        ['traducido', 'traducida', 'traducción', 'traductor', 'traductora'],
        ['traducido al español'],
      ],
      other: ['producción', 'diseño', 'maquetación', 'datos', 'verificación'],
    },
    bare: { writing: ['texto', 'textos'], photography: ['foto', 'fotos'] },
    whole: {
      additionalReporting: [
        ['con la colaboración de', 'con información de', 'con reportes de'],
        ['con aportes de', 'colaboró', 'colaboraron', 'con la ayuda de'],
      ],
    },
    verbs: {
      additionalReporting: [
        ['contribuyó', 'contribuyeron', 'colaboró', 'colaboraron', 'contribuyó con este'],
        ['contribuyeron con este'],
      ],
      reporting: ['informó', 'informaron', 'reportó', 'reportaron'],
    },
    objects: [
      ['a', 'con', 'para', 'en', 'este', 'esta', 'informe', 'reportaje'],
      ['artículo', 'historia', 'despacho', 'nota', 'información', 'la'],
    ],
    storyNouns: ['informe', 'reportaje', 'artículo', 'historia', 'despacho', 'nota'],
    proseVerbs: ['es', 'son', 'fue', 'muestra'],
  },
  photos: {
    pictures: ['foto', 'fotos', 'fotografía', 'fotografías', 'imagen', 'imágenes'],
    credits: ['crédito', 'créditos', 'fuente'],
    bare: ['foto'],
    links: ['de', 'por'],
    captions: ['pie de foto', 'leyenda'],
  },
  jobs: {
    titles: [
      ['corresponsal', 'enviado', 'enviada', 'especial', 'redactor', 'redactora'],
      ['periodista', 'columnista'],
    ],
  },
  houses: {
    names: ['noticias', 'agencias'],
    tails: [
      ['redacción', 'agencia', 'agencias', 'corresponsal', 'redactor', 'redactora'],
      ['periódico'],
    ],
    heads: ['agencia', 'redacción'],
    institutions: ['universidad', 'ministerio'],
    inner: ['de', 'del', 'la'],
  },
  names: {
    particles: ['de', 'del', 'la', 'las', 'lo', 'los', 'y'],
    lowered: ['de', 'del', 'la', 'las', 'los', 'y'],
  },
  calendar: {
    months: [
      ['enero', 'ene'],
      ['febrero', 'feb'],
      ['marzo', 'mar'],
      ['abril', 'abr'],
      ['mayo'],
      ['junio', 'jun'],
      ['julio', 'jul'],
      ['agosto', 'ago'],
      ['septiembre', 'setiembre', 'sept', 'sep'],
      ['octubre', 'oct'],
      ['noviembre', 'nov'],
      ['diciembre', 'dic'],
    ],
    weekdays: [
      ['lunes'],
      ['martes'],
      ['miércoles'],
      ['jueves'],
      ['viernes'],
      ['sábado'],
      ['domingo'],
    ],
    links: ['de'],
    fillers: ['de'],
    dated: ['publicado', 'actualizado'],
  },
  datelines: {
    sections: [
      ['cultura', 'política', 'economía', 'deportes', 'sociedad', 'mundo', 'internacional'],
      ['opinión', 'sucesos', 'ciencia', 'salud', 'tecnología'],
    ],
    labels: [
      ['EN', 'VIVO', 'ÚLTIMA', 'URGENTE', 'VIDEO', 'EXCLUSIVA', 'EXCLUSIVO'],
      ['ENTREVISTA', 'OPINIÓN', 'ANÁLISIS'],
    ],
  },
  sentences: {
    titles: ['sra', 'srta', 'dña'],
    prose: ['ee', 'ej'],
    credits: ['trad'],
    closing: ['etcétera', 'uu'],
    beforeNumber: ['núm'],
    starts: ['el', 'los', 'la', 'las', 'lo', 'un'],
  },
  boilerplate: {
    walls: [
      ['regístrate', 'suscríbete', 'inicia sesión', 'este contenido es exclusivo'],
      ['este artículo es exclusivo', 'escucha este', 'escuchar este'],
      ['si ya eres suscriptor', '¿por qué estás viendo', 'tiempo de lectura'],
      ['para seguir leyendo', 'hazte socio', 'contenido exclusivo'],
      ['ya soy suscriptor'],
    ],
    controls: [
      ['compartir', 'seguir', 'guardar', 'imprimir', 'escuchar', 'comentarios'],
      ['comentar', 'copiar enlace', 'copiar url', 'enviar', 'ver más'],
      ['ver más artículos', 'ver perfil'],
    ],
    invitations: [
      ['leer más', 'leer mas', 'sigue leyendo', 'seguir leyendo', 'continuar leyendo'],
      ['continúa leyendo', 'lea también', 'lee también', 'ver más'],
      ['haga clic', 'haz clic', 'más información', 'suscríbete', 'suscríbase'],
      ['regístrate', 'síguenos', 'síganos', 'comparte', 'compartir'],
      ['publicidad', 'todos los derechos', 'usamos cookies', 'utilizamos cookies'],
      ['fuente:', 'esta noticia ha sido actualizada', 'esta nota fue actualizada'],
      ['corrección:'],
    ],
    lone: ['comentarios', 'más'],
    endings: ['leer más', 'seguir leyendo', 'sigue leyendo'],
    syndication: [
      ['La entrada ', ' se publicó primero en '],
      ['La entrada ', ' apareció primero en '],
      ['El cargo ', ' apareció primero en '],
    ],
    notices: [['todos los derechos reservados', 24]],
  },
  comments: {
    counted: ['comentario', 'comentarios', 'respuestas', 'opiniones'],
    shows: ['ver', 'ver los', 'leer', 'leer los', 'mostrar', 'los'],
    headings: ['los comentarios', 'deja tu comentario', 'opina'],
    wrote: ['escribió', 'dijo', 'dice', 'comentó'],
    postedBy: ['comentario de', 'publicado por', 'escrito por', 'por'],
    actions: [
      ['responder', 'reportar', 'denunciar', 'denunciar comentario', 'reportar abuso'],
      ['me gusta', 'compartir', 'citar'],
    ],
    ago: ['hace', 'ayer', 'hoy'],
  },
} satisfies Language;
