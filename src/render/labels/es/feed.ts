import type { Translation } from '../compile.ts';
import type { feed as english } from '../en/feed.ts';

export const feed: Translation<typeof english> = {
  add: {
    added: '**{name}** se publica ahora en {channel}: {address}.',
    interval: 'Wirethread lo lee {interval}.',
    firstNone: 'Su próxima noticia nueva será la primera en publicarse.',
    firstOnly: 'Su única noticia se publica ahora.',
    firstAll: {
      one: 'Su noticia se publica ahora.',
      other: 'Sus {count} noticias se publican ahora.',
    },
    firstOf: {
      one: 'La más reciente de sus {total} noticias se publica ahora.',
      other: 'Las {count} más recientes de sus {total} noticias se publican ahora.',
    },
    notInThread:
      'Los comentarios no se reproducen, porque una noticia en un hilo no tiene hilo propio.',
    notMirrored: 'Los comentarios no se reproducen.',
    mirrored: 'Los comentarios se reproducen si el sitio los ofrece.',
    neverCloses: 'Los debates no se cierran nunca.',
    closes: 'Los debates se cierran {duration} después de la publicación.',
    choose: 'Este sitio tiene {number} feeds. Elige el que se publicará en {channel}.',
    placeholders: { choose: 'Elige un feed' },
    choiceExpired: 'Esta elección ha caducado. Usa `/feed add` de nuevo.',
    noChannel:
      'Elige adónde van las noticias: pon en `channel` un canal de texto, de anuncios o de foro, o un hilo.',
  },
  edit: {
    buttons: { save: 'Guardar', discard: 'Descartar' },
    expired: 'Esta vista previa ha caducado. Usa `/feed edit` de nuevo.',
    discarded: 'Descartado. No ha cambiado nada.',
    place: '{address} en {channel}',
    moved:
      '{address} se ha movido de {from} a {to}. Sus próximas noticias se publican allí. Las publicadas y sus debates se quedan donde están.',
    wouldMove:
      '{address} se movería de {from} a {to}. No se guarda nada hasta que pulses «Guardar».',
    alsoChanged: 'También cambiado: {options}.',
    nothing: '{feed}: no has indicado nada que cambiar. Sus ajustes son:',
    changed: '{feed}: cambiado {options}. Vale desde la próxima noticia.',
    wouldChange: '{feed}: esto cambiaría {options}. No se guarda nada hasta que pulses «Guardar».',
    silentRoles:
      'Una mención de {roles} no avisa a nadie. Permite en los ajustes del rol que cualquiera lo mencione, o da a Wirethread el permiso de mencionar todos los roles.',
    persona: 'Un comentario aparece como «{name}», publicado por un webhook del canal.',
    personaLacks:
      'A Wirethread le falta el permiso «Gestionar webhooks» en {channel}. Dáselo allí: hasta entonces los comentarios se publican en su nombre.',
    passing: {
      one: '{count} de sus últimas {total} noticias pasa los filtros.',
      other: '{count} de sus últimas {total} noticias pasan los filtros.',
    },
    nonePasses: 'Ninguna de sus últimas {total} noticias pasa los filtros.',
    onlyPasses: 'Su única noticia pasa los filtros.',
    onlyFails: 'Su única noticia no pasa los filtros.',
    filteredOut: 'La última noticia, «{headline}», queda filtrada: {reason}.',
    noInclude: 'no coincide con ninguno de los filtros `include`',
    matched: {
      words: 'su titular o resumen contiene «{entry}»',
      topics: 'entre sus temas está «{entry}»',
      authors: 'entre sus autores está «{entry}»',
    },
    inDigest: 'En el resumen, cada noticia es más breve. Una noticia como mensaje propio sería:',
    noStory: 'Este feed aún no tiene noticias, así que no hay vista previa.',
    postUntagged: 'Una publicación de foro sin etiqueta:',
    postTagged: 'Una publicación de foro con {tags}:',
    noMirrorInThread:
      'Los comentarios no se pueden reproducir en un hilo, porque una noticia no tiene allí hilo propio. Añade el feed a un canal de texto, de anuncios o de foro.',
    warningTooLong:
      '`closing-warning` debe ser más corto que la duración del debate. Escribe menos, como 1h o 30 minutes, o none.',
  },
  values: {
    quietHours:
      'escribe dos horas, y una zona horaria si no es UTC (22-7, 22:00-07:00 Europe/Madrid), o none',
    digest:
      'escribe hourly, daily con una hora, y una zona horaria si no es UTC (daily 8am Europe/Madrid), u off',
    list: 'escribe como mucho 50 entradas de 100 caracteres como mucho, separadas por comas (ferri, alcaldía), o none',
    backlog: 'escribe un número de {least} a {most}, o all',
    noRole: 'este servidor no tiene ese rol; escribe roles que existan (@News, @Sport), o none',
    tooManyRoles: 'son {number} roles, pero se pueden mencionar {most} como máximo',
    notForum: 'el canal del feed no es un foro, así que sus noticias no llevan etiquetas',
    noTag: 'el foro no tiene esa etiqueta; las suyas son {tags}',
    noTags: 'el foro no tiene etiquetas',
  },
  list: {
    none: 'Este servidor aún no tiene feeds. Añade uno con `/feed add url:https://…`.',
    paused: 'en pausa: {error}',
    failing: 'falla: {error}',
    lastRead: 'leído {time}',
    notRead: 'aún no leído',
    declared: 'del archivo de configuración',
    remedy: '`/feed show` muestra un feed, `/feed export` los lista todos.',
  },
  show: {
    notRead: 'Aún no leído.',
    stored: { one: '{count} noticia guardada.', other: '{count} noticias guardadas.' },
    posted: {
      one: '{posted} de {count} comentario publicado en {thread}.',
      other: '{posted} de {count} comentarios publicados en {thread}.',
    },
    moreBacklogs: {
      one: 'Se están publicando los comentarios de {count} noticia más.',
      other: 'Se están publicando los comentarios de {count} noticias más.',
    },
    withAccess: 'se lee con sus datos de acceso',
    movedFrom: 'Movido desde {address}.',
    lastChange: 'Último cambio: {time}.',
    lastRead: 'Última lectura: {time}.',
    noAnswer: 'Última lectura: {time}, sin respuesta tras {seconds} s.',
    unchanged: 'Última lectura: {time}, sin cambios (304) tras {seconds} s.',
    answered: 'Última lectura: {time}, respuesta {status} tras {seconds} s.',
    answeredSize: 'Última lectura: {time}, respuesta {status} tras {seconds} s, {size}.',
    rateLimited: 'Limitado por el servidor: {error}',
    rateLimitedSince: 'Limitado por el servidor, primero {time}: {error}',
    failed: {
      one: 'Falló una vez: {error}',
      other: 'Falló {count} veces seguidas: {error}',
    },
    failedSince: {
      one: 'Falló una vez, {time}: {error}',
      other: 'Falló {count} veces seguidas, primero {time}: {error}',
    },
    pausedBecause: {
      gone: '**En pausa**, porque su servidor dice que se eliminó para siempre. `/feed retry` lo reanuda.',
      refused:
        '**En pausa**, porque su servidor no deja que Wirethread lo lea. `/feed retry` lo reanuda.',
      failing: '**En pausa**, porque lleva demasiado tiempo fallando. `/feed retry` lo reanuda.',
    },
    now: 'ahora',
    next: 'Próxima lectura: {time}.',
    nextThen: 'Próxima lectura: {time}, luego {interval} ({reason}).',
    nextAsked: 'Próxima lectura: {time}, {reason}.',
    pace: {
      interval: 'como está ajustado aquí',
      ttl: 'como pide el medio con ttl',
      cache: 'como pide el medio con cabeceras de caché',
      'retry-after': 'como pide su servidor con Retry-After',
      backoff: 'con menos frecuencia por los errores',
    },
    inChannel: '**En {channel}**',
    inChannelDeclared: '**En {channel}** (del archivo de configuración)',
  },
  reading: 'Wirethread está leyendo {address}. `/feed show` muestra el resultado.',
  place: '{address} en {channel}',
  removeQuestion:
    '¿Quitar {feed}? Se borran sus ajustes y se cierran sus debates abiertos. Las noticias publicadas se quedan. Para publicarlo en otro canal, usa `/feed edit`, opción `channel`.',
  buttons: { remove: 'Quitar', keep: 'Conservar' },
  removed:
    '{address} ya no se publica en {channel}. Las noticias publicadas se quedan. Sus debates abiertos están cerrados.',
  stays: '{feed} se queda. No ha cambiado nada.',
  empty:
    '**{title}** es un feed sin noticias. Puedes añadirlo ya: su primera noticia se publicará cuando aparezca.',
  canBeRead: {
    one: '**{title}** se puede leer: {count} noticia.',
    other: '**{title}** se puede leer: {count} noticias.',
  },
  leftOut: {
    one: 'Se omitió {count} entrada de más, que Wirethread no lee.',
    other: 'Se omitieron {count} entradas de más, que Wirethread no lee.',
  },
  wouldBePosted:
    'Su última noticia se publicaría así (con más créditos de la página de la noticia):',
  files: {
    nothingToExport: 'Este servidor no tiene feeds que exportar.',
    exported: {
      one: '{count} feed, una carpeta por canal. La dirección está completa y puede contener una clave secreta: comparte el archivo con cuidado.',
      other:
        '{count} feeds, una carpeta por canal. Las direcciones están completas y pueden contener claves secretas: comparte el archivo con cuidado.',
    },
    withoutSecrets: {
      one: 'No incluye usuarios, contraseñas ni cookies: tras importarlo, {count} feed los necesitará de nuevo.',
      other:
        'No incluye usuarios, contraseñas ni cookies: tras importarlo, {count} feeds los necesitarán de nuevo.',
    },
    nothingListed: 'Este archivo no contiene feeds. Cada feed necesita un `xmlUrl`.',
    added: {
      one: '{count} feed añadido a {channel}.',
      other: '{count} feeds añadidos a {channel}.',
    },
    groups: {
      added: 'Añadido',
      known: 'Ya estaba',
      refused: 'No es una dirección web',
      left: 'Pendiente',
    },
    importAgain: 'Importa el mismo archivo de nuevo para añadir los feeds pendientes.',
    firstNone: 'Sus próximas noticias nuevas serán las primeras en publicarse.',
    first: {
      one: 'La noticia más reciente de cada uno se publica cuando Wirethread lee el feed.',
      other:
        'Las {count} noticias más recientes de cada uno se publican cuando Wirethread lee el feed.',
    },
    allRead: 'Ya se han leído todos.',
    readSoFar: {
      one: '{read} de {count} feed leído hasta ahora.',
      other: '{read} de {count} feeds leídos hasta ahora.',
    },
    unread: {
      one: '{count} no se pudo leer: `/feed list` muestra cuál, `/feed show` por qué.',
      other: '{count} no se pudieron leer: `/feed list` muestra cuáles, `/feed show` por qué.',
    },
  },
  trial: {
    read: {
      one: 'Comentarios de su última noticia: {count} leído ({source}).',
      other: 'Comentarios de su última noticia: {count} leídos ({source}).',
    },
    readPart: {
      one: 'Comentarios de su última noticia: {count} de {total} leído ({source}); la fuente no da más.',
      other:
        'Comentarios de su última noticia: {count} de {total} leídos ({source}); la fuente no da más.',
    },
    isClosed: 'El debate está cerrado.',
    othersOnSite: 'Los demás se quedan en el sitio.',
    othersAt: 'Los demás se quedan en el sitio: {address}.',
    first: 'El primero es de **{author}**: {text}',
    unread: 'Su última noticia parece tener comentarios, pero no se pueden leer: {reason}',
    unreadCount: {
      one: 'Su última noticia parece tener {count} comentario, pero no se puede leer: {reason}',
      other: 'Su última noticia parece tener {count} comentarios, pero no se pueden leer: {reason}',
    },
    giveSelectors:
      'Indica los selectores CSS de su página con `comment-selectors` de `/feed edit`, o desactiva allí la reproducción.',
    theyAreAt: 'Están en {address}.',
    elsewhere:
      'Los comentarios del sitio se muestran con {system}, {reason}; por eso no se reproducen.',
    elsewhereCount: {
      one: 'Los comentarios del sitio se muestran con {system} ({count} comentario), {reason}; por eso no se reproducen.',
      other:
        'Los comentarios del sitio se muestran con {system} ({count} comentarios), {reason}; por eso no se reproducen.',
    },
    discussHere:
      'Se puede debatir en Discord: pon `open-thread` de `/feed edit` en «{choice}». El medio podría ofrecer un feed de comentarios (`wfw:commentRss`).',
    reasons: {
      needsKey: 'que Wirethread solo lee con una clave: quien gestiona el bot define {setting}',
      unreadable: 'que Wirethread no puede leer',
    },
    ownSystem: 'un sistema propio del sitio',
    none: 'No se encontraron comentarios de su última noticia.',
    notMirrored: 'Los comentarios no se reproducen: {reason}',
  },
  refused: {
    notHere: 'Este feed no está (o ya no está) en este servidor. `/feed list` muestra los suyos.',
    unknown:
      'Este servidor no tiene el feed «{typed}». Elige uno de la lista del comando o mira `/feed list`.',
    severalFit:
      'Coinciden {number} feeds. Elige uno de la lista del comando o escribe su canal detrás (… in #news):',
    declaredEdit:
      'Este feed está en el archivo de configuración: cambia allí sus ajustes y reinicia Wirethread.',
    declaredRemove:
      'Este feed está en el archivo de configuración: quítalo allí y reinicia Wirethread.',
    alreadyThere:
      '{channel} ya tiene este feed. Quítalo con `/feed remove` o añádelo a otro canal.',
    alreadyInOther:
      '{channel} ya tiene este feed. Elige otro canal o quita uno de los dos con `/feed remove`.',
    notAnAddress:
      '«{typed}» no es la dirección de un feed. Da una que empiece por `https://`, como `https://example.org/feed.xml`, o la del sitio, como `example.org`. También vale: `r/name` de Reddit, `@name@server` de Mastodon, `@name.bsky.social` de Bluesky.',
    addressTooLong:
      'Esta dirección tiene más de {number} caracteres, demasiado para un feed. Da una más corta.',
    noFeedFound:
      '{address} es una página web, y no se encontró ningún feed de su sitio. Probado: {tried}. Busca «RSS» o «Feed» en la página y da esa dirección.',
    lacksPermissions:
      'A Wirethread le falta en {channel}: {permissions}. Da allí esos permisos a su rol y usa `{command}` de nuevo.',
    noStoriesThere:
      'No se pueden publicar noticias en {channel}: elige un canal de texto, de anuncios o de foro, o un hilo.',
    isDiscussion:
      '{channel} es el debate de una noticia: otras noticias quedarían entre sus comentarios. Elige otro hilo o un canal.',
  },
};
