import type { Translation } from '../compile.ts';
import type { discussions as english } from '../en/discussions.ts';

export const discussions: Translation<typeof english> = {
  states: {
    waiting: 'espera su primer comentario',
    open: 'está abierto',
    'closing-soon': 'está abierto, pero se cierra pronto',
    closing: 'se está cerrando, se publican los últimos comentarios',
    closed: 'está cerrado',
    detached: 'ha terminado, porque se borró su hilo',
    expired: 'ha terminado, y sus comentarios ya no se guardan',
  },
  stateIs: 'Este debate {state}.',
  stateIn: 'Este debate {state} ({thread}).',
  closed: 'El debate está cerrado. Aún no tenía comentarios, así que no tendrá hilo.',
  closing:
    'El debate se está cerrando. Wirethread publica los últimos comentarios y luego bloquea el hilo.',
  reopened: 'El debate está abierto de nuevo, hasta que uses `/discussion close`.',
  reopenedUntil: 'El debate está abierto de nuevo, hasta: {time}.',
  neverByFeed:
    'Según la regla de su feed no se cerraría nunca. Para dejarlo abierto, usa `/discussion close` y luego `/discussion reopen` sin `for`.',
  laterByFeed:
    'Según la regla de su feed se cerraría más tarde: {time}. Para mantener esa hora, usa `/discussion extend by:{duration}`.',
  extended: 'El debate sigue abierto hasta: {time}.',
  closesAt: 'Cierre: {time}.',
  noClosingTime: 'No tiene hora de cierre.',
  lastError: 'Último error: {error}',
  comments: {
    posted: {
      one: '{posted} de {count} comentario publicado',
      other: '{posted} de {count} comentarios publicados',
    },
    mirrored: {
      one: '{count} comentario reproducido',
      other: '{count} comentarios reproducidos',
    },
    mirroredOf: {
      one: '{mirrored} de {count} comentario del sitio reproducido',
      other: '{mirrored} de {count} comentarios del sitio reproducidos',
    },
    leftOut: {
      one: '{mirrored}: {count} más antiguo quedó fuera, por el ajuste `backlog` de `/feed edit`',
      other:
        '{mirrored}: {count} más antiguos quedaron fuera, por el ajuste `backlog` de `/feed edit`',
    },
    noMore: '{mirrored}: la fuente no da más',
    waiting: {
      one: '{comments}, {count} mensaje por enviar.',
      other: '{comments}, {count} mensajes por enviar.',
    },
    allSent: '{comments}.',
    tooMany:
      'El sitio tiene muchísimos comentarios: Wirethread lee cada vez los {read} más recientes, no borra aquí ninguno de los demás y refleja {stored} como máximo.',
  },
  source: {
    none: 'Esta noticia no tiene fuente de comentarios.',
    elsewhere: 'Sus comentarios se muestran con {system}, {reason}.',
    elsewhereAt: 'Sus comentarios se muestran con {system}, {reason}: {address}.',
    is: 'Fuente de los comentarios: {source}.',
    foundBy: 'Fuente de los comentarios: {source} (indicio: {clue}).',
    notRead: 'Aún sin leer.',
    read: 'Última lectura: {time}.',
    next: 'Próxima lectura: {time}.',
    inPlaceOf:
      'Sustituye a esta fuente, que falla: {failing}. {reason} Próximo intento ({failing}): {time}.',
  },
  choice: {
    noStory:
      'Ninguna noticia con debate tiene «{words}» en el titular. Escribe otras palabras de él o elige de la lista.',
    severalStories: 'Varias noticias tienen estas palabras. Escribe más del titular de una:',
    line: '{headline} en {channel}',
    more: { one: '… y {count} más.', other: '… y {count} más.' },
  },
  refusals: {
    none: 'Aquí no hay ningún debate. Usa el comando en el hilo de un debate o elige una noticia con la opción `story`.',
    detached:
      'Este debate ha terminado, porque se borró su hilo. Sus comentarios ya no se reproducen; la noticia se queda.',
    expired:
      'Este debate acabó hace mucho, así que Wirethread borró los comentarios que guardaba. No se puede abrir de nuevo. El hilo y sus mensajes se quedan en Discord.',
    noClosingTime: 'Este debate no tiene hora de cierre, así que no hace falta prolongarlo.',
    ended: 'Este debate {state}. `/discussion reopen` lo abre de nuevo.',
    open: 'No hay nada que reabrir: este debate {state}.',
  },
};
