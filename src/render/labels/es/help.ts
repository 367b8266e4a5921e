import type { Translation } from '../compile.ts';
import type { help as englishHelp, steps as englishSteps } from '../en/help.ts';

export const help: Translation<typeof englishHelp> = {
  readers: {
    about: '**Wirethread** trae las noticias y su debate a este servidor.',
    stories:
      'Cada noticia muestra sus créditos y enlaza a su fuente. Los comentarios de la noticia aparecen en su hilo. Lo que escribes aquí se queda en Discord.',
    report:
      '- *Denunciar abuso* bajo un comentario lo denuncia a la moderación. Nadie ve quién lo denunció.',
    flag: '- `/flag` denuncia cualquier mensaje por su enlace, también en un debate cerrado.',
    flagCommand: '- clic derecho en un mensaje → Aplicaciones → **Flag message**: denunciarlo',
    flags:
      '- `/flags mine` muestra el resultado de tus denuncias; `/flags appeal` apela contra una decisión.',
    privacy: '- `/privacy show | delete | messages`: lo que se guarda de ti',
  },
  moderators: {
    heading: 'Para la moderación',
    flagMessage: '- clic derecho en un mensaje → Aplicaciones → **Flag message**: abrir un caso',
    flags:
      '- `/flags queue | next | show | stats`: los casos que esperan una decisión. Decide con los botones de sus fichas.',
    audit:
      '- `/audit list | summary | export`: quién hizo qué y cuándo; como archivo para moderadores sénior',
    discussion:
      '- `/discussion status | close | reopen | extend | slow-mode`: mejor en el hilo de una noticia',
    mute: '- `/discussion mute | unmute | muted`, o clic derecho en un comentario → Aplicaciones → **Mute this author**: de quién no muestra comentarios este servidor',
    reporters:
      '- `/flags ban-reporter | unban-reporter | banned-reporters`: quién no puede denunciar',
    rules:
      '- `/rules list | add-words | add-link | remove | try | first-comment | repeat-offender | slow-mode`: denunciar u ocultar comentarios antes que las personas',
  },
  managers: {
    heading: 'Para quien gestiona el servidor',
    feed: '- `/feed add | list | show | retry | remove | test`: los feeds y su estado',
    edit: '- `/feed edit`: filtros, roles, texto sobre las noticias, horas de silencio, resumen, idioma, canal …, con vista previa',
    health: '- `/health`: se revisan permisos, fuentes, canales e hilos',
    files: '- `/feed import | export`: muchos feeds a la vez, en OPML',
    settings:
      '- `/settings show | set | clear`: canal y roles de moderación, idioma, límites de denuncias',
  },
  toDo: '**Lo siguiente:**',
  welcome:
    '¡Hola! **Wirethread** publica en este servidor las noticias de los feeds y, en su hilo, los comentarios de cada una. Para empezar, quien gestiona el servidor hace esto:',
  later: 'Más tarde, `/help` muestra todos los comandos y lo que queda por hacer.',
};

export const steps: Translation<typeof englishSteps> = {
  addFeed:
    'Añade un feed: `/feed add url:https://… channel:#…`. Basta la dirección del sitio de un periódico: su feed se encuentra.',
  giveRole:
    'Da al rol de Wirethread {permissions}, en Ajustes del servidor → Roles, o en los canales donde publica.',
  chooseChannel:
    'Elige adónde van las denuncias y alertas, un canal que solo lea la moderación: `/settings set moderators-channel:#…`',
  moderatorsLack:
    'No se pueden publicar denuncias ni alertas en {channel}: da allí al rol de Wirethread {permissions} o elige otro canal: `/settings set moderators-channel:#…`',
  moderatorsTrouble:
    'No se pueden publicar denuncias ni alertas en {channel}: {reason} Elige otro canal: `/settings set moderators-channel:#…`',
  channelLacks:
    'No se pueden publicar noticias en {channel}: da allí al rol de Wirethread {permissions} o mueve sus feeds con `/feed edit`, opción `channel`.',
  paused: '<{address}> está en pausa. Mira por qué: `/feed show feed:{address}`',
};
