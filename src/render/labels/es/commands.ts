import type { Translation } from '../compile.ts';
import type { commands as english } from '../en/commands.ts';

export const commands: Translation<typeof english> = {
  feed: {
    description: 'Gestionar los feeds de este servidor',
    add: {
      description: 'Publicar las noticias de un feed en un canal',
      url: 'Su dirección, o la de un sitio, canal o perfil: https://…, r/name, @name@server',
      channel: 'Dónde publicar sus noticias (por defecto: este canal)',
      pollEvery: 'Cada cuánto leerlo: 5m, 1h, 2 hours … (por defecto: 10m)',
      firstRun: 'Cuántas de sus noticias más recientes publicar ahora (por defecto: 3)',
      commentPeriod:
        'Cuánto dura abierto un debate: 3 days, 2w … never: no se cierra (por defecto: 7d)',
      comments: 'Reproducir los comentarios de sus noticias (por defecto: sí)',
      mention: 'Rol que mencionar con cada noticia',
    },
    edit: {
      description: 'Cambiar cómo se publica un feed, con vista previa',
      feed: 'El feed que cambiar',
      preview: 'Ver primero el resultado y luego guardarlo o descartarlo (por defecto: no)',
      channel: 'Otro canal para sus próximas noticias; las publicadas se quedan donde están',
      includeWords: 'Solo noticias con una de estas palabras: ferri, alcaldía, puerto* … o none',
      excludeWords: 'Omitir noticias con una de estas palabras: horóscopo, patrocin* … o none',
      includeTopics: 'Solo noticias sobre uno de estos temas, separados por comas; o none',
      excludeTopics: 'Omitir noticias sobre uno de estos temas, separados por comas; o none',
      includeAuthors: 'Solo noticias de una de estas personas, separadas por comas; o none',
      excludeAuthors: 'Omitir noticias de una de estas personas, separadas por comas; o none',
      mentionRoles: 'Roles que mencionar, 5 como máximo: @News @Sport … o none',
      contentLine: 'Texto sobre cada noticia: {template} … o none',
      quietHours: 'Cuándo esperan las noticias: 22-7, 22:00-07:00 Europe/Madrid … o none',
      digest:
        'Un mensaje para muchas noticias: hourly, daily 8am, daily 08:00 Europe/Madrid … u off',
      language: 'Idioma de los textos y botones de sus mensajes',
      catchUp: 'Cuántas noticias publicar a la vez como máximo, de 1 a 100',
      forumTag: 'Etiqueta de las noticias cuyos temas no coinciden con ninguna del foro; o none',
      pollEvery: 'Cada cuánto leerlo: 5m, 1h, 2 hours …',
      comments: 'Reproducir los comentarios de sus noticias',
      personas:
        'Los comentarios nuevos llevan nombre e imagen de su autor (requiere «Gestionar webhooks»)',
      commentSelectors: 'CSS de los comentarios: comment: .post; author: .who; text: p … o none',
      backlog: 'Cuántos comentarios de un debate largo, los más recientes: 100, 1000 … o all',
      commentPeriod: 'Cuánto dura abierto un debate: 3 days, 2w … never: no se cierra nunca',
      closingWarning: 'Cuánto antes de cerrarse un debate avisar: 1h, 30 min … o none',
      openThread: 'Cuándo abrir el hilo de una noticia',
      choices: {
        firstComment: 'con su primer comentario',
        atOnce: 'junto con la noticia',
      },
    },
    list: { description: 'Listar los feeds de este servidor' },
    show: {
      description: 'Mostrar un feed: ajustes, última respuesta, próxima lectura y errores',
      feed: 'El feed que mostrar',
    },
    retry: {
      description: 'Leer un feed ahora, aunque esté en pausa',
      feed: 'El feed que leer',
    },
    remove: {
      description: 'Dejar de publicar un feed y cerrar sus debates',
      feed: 'El feed que quitar',
    },
    test: {
      description: 'Leer un feed y mostrar su última noticia, solo a ti',
      url: 'Dirección de un feed, o uno de los feeds de este servidor',
    },
    import: {
      description: 'Añadir a un canal los feeds de un archivo OPML',
      file: 'Archivo OPML exportado por un lector de feeds',
      channel: 'Dónde publicar sus noticias (por defecto: este canal)',
      firstRun: 'Cuántas noticias recientes de cada feed publicar ahora (por defecto: 0)',
    },
    export: { description: 'Descargar los feeds de este servidor como archivo OPML' },
  },
  settings: {
    description: 'Ver y cambiar cómo funciona Wirethread en este servidor',
    show: { description: 'Mostrar los ajustes actuales' },
    set: {
      description: 'Cambiar ajustes. Las opciones que omites se quedan como están.',
      moderatorsChannel: 'Canal de los mensajes denunciados y las alertas',
      moderatorRole: 'Rol que decide sobre los mensajes denunciados',
      seniorRole: 'Rol que decide sobre los casos escalados',
      alertRole: 'Rol al que avisar cuando un caso es urgente o escalado (por defecto: ninguno)',
      alertEvery: 'Como mucho un aviso en estos minutos (por defecto: 15)',
      transparencyChannel: 'Canal de un balance mensual de todos los casos, sin nombres',
      timeZone: 'Zona horaria del balance mensual, como Europe/Madrid (por defecto: UTC)',
      language: 'Idioma de fichas, alertas y avisos. Un feed tiene el suyo.',
      hideAfter: 'Cuántas denuncias ocultan un comentario hasta decidir; 0: nunca (por defecto: 3)',
      reportsPerHour: 'Cuántos mensajes puede denunciar un miembro por hora (por defecto: 10)',
      evidenceDays: 'Tras cuántos días se borra el texto de un caso cerrado (por defecto: 30)',
    },
    clear: {
      description: 'Volver un ajuste a su valor por defecto',
      setting: 'El ajuste que restablecer',
    },
  },
  discussion: {
    description: 'Ver, cerrar, reabrir o prolongar el debate de una noticia',
    story: 'La noticia. Omítela en su propio hilo.',
    status: { description: 'Mostrar el estado de un debate y cuándo se cierra' },
    close: { description: 'Cerrar un debate ahora y bloquear su hilo' },
    reopen: {
      description: 'Abrir de nuevo un debate cerrado',
      for: 'Cuánto tiempo queda abierto: 12h, 3d … (por defecto: hasta que lo cierres)',
    },
    extend: {
      description: 'Mantener un debate abierto más tiempo',
      by: 'Cuánto tiempo más queda abierto: 12h, 3d …',
    },
  },
  help: { description: 'Mostrar qué hace Wirethread y los comandos que puedes usar' },
};
