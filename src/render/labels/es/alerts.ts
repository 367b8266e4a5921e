import type { Translation } from '../compile.ts';
import type { alerts as english } from '../en/alerts.ts';

export const alerts: Translation<typeof english> = {
  channelPaused: 'No se puede publicar nada en {channel}: {reason}. {remedy}',
  channelDeleted:
    'El canal #{name} se borró, así que sus noticias esperan. Haz que cada uno de sus feeds se publique en otro canal con `/feed edit`, opción `channel`, o quítalo con `/feed remove`.',
  unnamedDeleted:
    'Se borró un canal donde Wirethread publica, así que sus noticias esperan. Haz que cada uno de sus feeds se publique en otro canal con `/feed edit`, opción `channel`, o quítalo con `/feed remove`.',
  remedies: {
    forumTag:
      'El foro exige una etiqueta en cada publicación, y ninguna de las suyas es un tema de la noticia. Elige una con `/feed edit`, opción `forum-tag` (`forumTagId` en el archivo de configuración), o permite publicaciones sin etiqueta. Los mensajes en espera se publican después automáticamente.',
    unlock:
      'El hilo está bloqueado: desbloquéalo o da allí a Wirethread «Gestionar hilos». Los mensajes en espera se publican después automáticamente.',
    permissions:
      'Da allí a Wirethread {permissions}. Los mensajes en espera se publican después automáticamente.',
  },
  stuck:
    'Un mensaje no se ha podido publicar en {channel} desde {time}: {reason}. Se sigue intentando; mientras, se publican los siguientes.',
  refused:
    'Discord rechazó {message} en {channel}: {reason}. Se omite; los siguientes se publican como siempre. Revisa las reglas de AutoMod del canal y, con `/feed test`, lo que contiene el feed.',
  messages: {
    story: 'una noticia',
    digest: 'un resumen',
    notice: 'un aviso',
    comment: 'un comentario',
    pack: 'un mensaje con muchos comentarios',
    card: 'la ficha de un caso',
    summary: 'el balance mensual',
    removal: 'un borrado',
  },
  notRemoved:
    'Wirethread no pudo borrar en {channel} un mensaje que retiró la moderación: {reason}. Dale allí «Gestionar mensajes» o borra el mensaje a mano. Lo intenta de nuevo cada hora.',
  timeout: {
    begin:
      'Wirethread no pudo aislar a {member}, como se decidió en el caso {number}: {reason}. {remedy}',
    end: 'Wirethread no pudo terminar el aislamiento de {member}, como se decidió en el caso {number}: {reason}. {remedy}',
    permission:
      'Dale «Aislar temporalmente a miembros» y un rol superior al suyo, o hazlo a mano. Lo intenta de nuevo cada hora.',
    byHand: 'Hazlo a mano o deshaz la decisión: `/flags show case:{number}`.',
  },
  personasRefused: {
    'give-permission':
      'Los comentarios en los hilos de {channel} se publican en nombre de Wirethread, no con los nombres de sus autores: no puede usar webhooks. Da allí a Wirethread «Gestionar webhooks»: los próximos comentarios tendrán de nuevo sus nombres. O desactiva la opción `personas` de `/feed edit`.',
    'delete-webhooks':
      'Los comentarios en los hilos de {channel} se publican en nombre de Wirethread, no con los nombres de sus autores: el canal ya tiene el máximo de webhooks. Borra uno en sus ajustes, en «Integraciones». O desactiva la opción `personas` de `/feed edit`.',
  },
  failingForDay:
    'El feed {address} no se ha podido leer durante un día. {reason} Se sigue intentando, con menos frecuencia. `/feed show` muestra su estado, `/feed test` su respuesta, `/feed remove` lo quita.',
  failing: {
    one: 'El feed {address} no se ha podido leer una vez. {reason} Se sigue intentando, con menos frecuencia. `/feed show` muestra su estado, `/feed test` su respuesta, `/feed remove` lo quita.',
    other:
      'El feed {address} no se ha podido leer {count} veces seguidas. {reason} Se sigue intentando, con menos frecuencia. `/feed show` muestra su estado, `/feed test` su respuesta, `/feed remove` lo quita.',
  },
  paused:
    'El feed {address} está en pausa: no se pudo leer {number} veces seguidas en {duration}. {reason} Cuando su servidor o dirección vuelva a funcionar, reanúdalo con `/feed retry`. O quítalo con `/feed remove`.',
  pausedRefused:
    'El feed {address} está en pausa: no se pudo leer {number} veces seguidas en {duration}. {reason} Pide al medio que admita este bot, o añádelo de nuevo con el usuario y la contraseña que necesita. Después reanúdalo con `/feed retry`. O quítalo con `/feed remove`.',
  gone: 'El feed {address} ha desaparecido para siempre (410), según su servidor. Ya no se lee. Busca su nueva dirección y añádela con `/feed add`, y quita este con `/feed remove`. Si vuelve, reanúdalo con `/feed retry`.',
  flooding: {
    one: 'El feed {address} tuvo {count} noticia nueva en {duration}. Probablemente su servidor da a cada noticia un id nuevo en cada lectura. Wirethread guarda solo la más reciente ({count}) de un feed; una antigua que vuelve puede publicarse otra vez. `/feed test` muestra lo que contiene el feed. Pide al medio ids estables, léelo con menos frecuencia (`/feed edit`, opción `poll-every`) o quítalo con `/feed remove`.',
    other:
      'El feed {address} tuvo {count} noticias nuevas en {duration}. Probablemente su servidor da a cada noticia un id nuevo en cada lectura. Wirethread guarda solo las {count} más recientes de un feed; una antigua que vuelve puede publicarse otra vez. `/feed test` muestra lo que contiene el feed. Pide al medio ids estables, léelo con menos frecuencia (`/feed edit`, opción `poll-every`) o quítalo con `/feed remove`.',
  },
  discussionRefused: {
    channel:
      'Wirethread no pudo actualizar el debate de una noticia en {channel}: {reason}. Da allí a Wirethread «Crear hilos públicos», «Enviar mensajes en hilos» y «Gestionar hilos».',
    'thread-cap':
      'Wirethread no pudo actualizar el debate de una noticia en {channel}: {reason}. El servidor tiene demasiados hilos activos: archiva algunos.',
  },
  vanished:
    'Muchos comentarios de {thread} desaparecieron de golpe de su sitio. Aquí se quedan hasta que el sitio responda como antes. Comprueba si el sitio los borró o tiene un error.',
  vanishedUnnamed:
    'Muchos comentarios de un debate desaparecieron de golpe de su sitio. Aquí se quedan hasta que el sitio responda como antes. Comprueba si el sitio los borró o tiene un error.',
  slowMode: {
    messages: {
      one: 'En {thread} llegó {count} mensaje en un minuto; por eso cada miembro espera allí {every} entre dos mensajes, hasta {time}. Termínalo con `/discussion slow-mode every:Off` en el hilo; la regla está en `/rules list`.',
      other:
        'En {thread} llegaron {count} mensajes en un minuto; por eso cada miembro espera allí {every} entre dos mensajes, hasta {time}. Termínalo con `/discussion slow-mode every:Off` en el hilo; la regla está en `/rules list`.',
    },
    reports: {
      one: 'En {thread} llegó {count} denuncia de mensajes de miembros en diez minutos; por eso cada miembro espera allí {every} entre dos mensajes, hasta {time}. Termínalo con `/discussion slow-mode every:Off` en el hilo; la regla está en `/rules list`.',
      other:
        'En {thread} llegaron {count} denuncias de mensajes de miembros en diez minutos; por eso cada miembro espera allí {every} entre dos mensajes, hasta {time}. Termínalo con `/discussion slow-mode every:Off` en el hilo; la regla está en `/rules list`.',
    },
  },
  slowModeRefused: {
    begin:
      'Wirethread no pudo poner el modo pausado en {thread}. Dale «Gestionar hilos» en el canal del hilo y ponlo con `/discussion slow-mode`.',
    end: 'Wirethread no pudo terminar el modo pausado en {thread}: ya no puede cambiarlo. Termínalo en los ajustes del hilo y da a Wirethread «Gestionar hilos» en su canal.',
  },
};
