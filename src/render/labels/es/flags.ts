import type { Translation } from '../compile.ts';
import type { flags as english } from '../en/flags.ts';

export const flags: Translation<typeof english> = {
  commands: {
    flags: 'Los mensajes denunciados, un caso o tus propias denuncias',
    queue: 'Para la moderación: los casos en espera, o ya decididos',
    state: 'Qué casos (por defecto: los que esperan)',
    reason: 'Solo casos denunciados por este motivo',
    channel: 'Solo casos de este canal',
    feed: 'Solo los casos de los debates de este feed',
    mineOnly: 'Solo los casos que asumiste',
    show: 'Para la moderación: la ficha de un caso, para decidir',
    case: 'El número del caso, como en /flags queue',
    next: 'Para la moderación: el caso más urgente que nadie atiende, uno tras otro',
    mine: 'El resultado de tus denuncias de los últimos 30 días',
    choices: {
      waiting: 'En espera',
      open: 'Abiertos',
      escalated: 'Escalados',
      upheld: 'Confirmados: retirado, oculto, advertido, aislado',
      dismissed: 'Desestimados',
    },
  },
  case: 'Caso {number}',
  cases: { one: '{count} caso', other: '{count} casos' },
  none: 'Ningún caso espera una decisión.',
  noneSuch: 'Ningún caso coincide con estos filtros.',
  noCards: 'Los casos aún no tienen fichas: elige un canal con `/settings set moderators-channel`.',
  cardsRefused:
    'No se puede publicar ninguna ficha en {channel}: {reason}. Da acceso allí a Wirethread o elige otro canal con `/settings set moderators-channel`.',
  escalatedWait: {
    one: '{count} caso escalado espera a un moderador sénior.',
    other: '{count} casos escalados esperan a un moderador sénior.',
  },
  pageOf: '{cases}, página {page} de {pages}',
  line: {
    case: '**Caso {number}**',
    escalated: '**escalado**',
    urgency: 'urgencia: {urgency}',
    opened: 'abierto {time}',
    claimed: 'asumido por {member}',
    message: 'mensaje',
    card: 'ficha',
  },
  queue: {
    placeholders: { choose: 'Elige casos para decidirlos juntos' },
    buttons: {
      previous: 'Página anterior',
      next: 'Página siguiente',
      all: 'Elegir toda la página',
      remove: 'Retirar',
      hide: 'Ocultar',
      'no-fault': 'Desestimar',
      ignored: 'Ignorar',
      escalate: 'Escalar',
    },
    labels: { ruled: 'Hecho: casos {numbers}' },
    refused: 'Caso {number}: {reason}',
    noneChosen: 'Elige primero los casos en el menú.',
  },
  mine: {
    none: 'No has denunciado nada en los últimos 30 días.',
    line: 'Caso {number}, denunciado {time} · {what}: {outcome}',
    deleted: 'Caso {number}, denunciado {time}: borrado',
  },
  noneLeft: 'Ningún caso te espera. Gracias.',
  aText: 'un texto',
  by: '{text} de {author}',
  byAt: '{text} de {author}, en «{headline}»',
  byInChannel: '{text} de {author}, en {channel}',
  noSuchCase: 'Aquí no hay ningún caso {number}. Mira `/flags queue`.',
  otherVersion: 'Esta ficha es de otra versión de Wirethread. Usa `/flags queue`.',
  refused: {
    ruledBefore: 'El caso {number} se decidió antes que tú. {ruling}',
    claimed:
      '{member} asumió el caso {number} {time}. Su ficha ya lo dice: si aun así quieres decidir, hazlo allí.',
    changed: 'Este caso ha cambiado desde que lo viste. Lee de nuevo su ficha y luego decide.',
    textChanged:
      'Este comentario se editó después de la denuncia. Su ficha muestra ahora los dos textos: léela de nuevo y luego decide.',
    escalatedByReport: 'El caso {number} ya está escalado: se denunció como contenido ilegal.',
    escalatedBefore: '{member} escaló el caso {number} {time}.',
    needsSenior:
      'Este caso está escalado: decide un miembro con «Gestionar servidor» o con el rol sénior de `/settings`.',
    needsReason: 'Una decisión sobre un caso escalado necesita un motivo.',
    escalateWhy: 'Di por qué: los moderadores sénior lo leen en la ficha.',
    ownRuling: 'Esta es una apelación contra tu propia decisión. Decide otro moderador.',
    nothingToUndo: 'Aún no hay ninguna decisión sobre este caso, así que no hay nada que deshacer.',
    noMember:
      'El autor de este comentario no es miembro de este servidor, así que no se le puede advertir ni aislar. Retira u oculta el comentario, o silencia a su autor.',
    noHiding:
      'El mensaje de un miembro no se puede ocultar: Discord solo permite borrarlo. Pulsa *Retirar*.',
    expired:
      'El debate de este comentario acabó hace mucho, así que Wirethread lo borró. Esta decisión ya no se puede deshacer.',
    ownDuplicate: 'Un caso no puede ser duplicado de sí mismo. Escribe el número del otro.',
    notANumber:
      'Esto no es el número de un caso. Está arriba en cada ficha: escribe 12 para el caso 12.',
  },
  modal: {
    titles: {
      remove: 'Caso {number}: retirar',
      hide: 'Caso {number}: ocultar',
      warn: 'Caso {number}: advertir al miembro',
      timeout: 'Caso {number}: aislar al miembro',
      'no-fault': 'Caso {number}: desestimar',
      ignored: 'Caso {number}: ignorar',
      duplicate: 'Caso {number}: duplicado',
      void: 'Caso {number}: borrado en su sitio',
      escalate: 'Caso {number}: escalar',
      undo: 'Caso {number}: deshacer',
      bulk: { one: 'Decidir {count} caso', other: 'Decidir {count} casos' },
    },
    labels: {
      reason: 'Motivo',
      duration: '¿Durante cuánto tiempo?',
      message: '¿Qué pasa con el mensaje?',
      original: 'Número del otro caso',
    },
    hints: {
      reason: 'Se guarda en el registro de auditoría y se muestra en la ficha.',
      deletion: 'El mensaje se borra sin vuelta atrás. La ficha muestra el motivo.',
    },
    choices: { keep: 'Se queda', delete: 'Borrarlo, sin vuelta atrás' },
  },
  acts: {
    muted: {
      one: '{author} está silenciado en este servidor, y {count} comentario queda oculto. `/discussion unmute` lo muestra de nuevo.',
      other:
        '{author} está silenciado en este servidor, y {count} comentarios quedan ocultos. `/discussion unmute` los muestra de nuevo.',
    },
    mutedBefore: '{author} ya está silenciado en este servidor.',
    closing:
      'El debate se está cerrando. Wirethread publica los últimos comentarios y luego bloquea el hilo. `/discussion reopen` lo abre de nuevo.',
    staysDeleted:
      'La decisión queda deshecha. Un mensaje borrado en Discord no se puede recuperar.',
    ended: 'Este debate ya está cerrado.',
    publisher:
      'Abre el comentario en su sitio y denúncialo allí. Luego pulsa *Lo he denunciado*: la ficha lo dice, y también cuándo desaparece el comentario.',
    publisherMarked:
      'El caso {number} está marcado como denunciado al medio. Su ficha dice cuándo desaparece el comentario.',
    ruled: 'Caso {number}: {state}.',
    buttons: { sent: 'Lo he denunciado' },
  },
  timeout: {
    'not-a-member': 'Este miembro ha dejado el servidor, así que no hay a quién aislar.',
    exempt: 'Discord no permite aislar al propietario ni a un administrador de un servidor.',
    'missing-permission':
      'A Wirethread le falta el permiso «Aislar temporalmente a miembros». Dáselo a su rol en los ajustes del servidor y decide de nuevo. No ha cambiado nada.',
    'higher-role':
      'Este miembro tiene un rol superior al de Wirethread. Pon el rol de Wirethread por encima en los ajustes del servidor y decide de nuevo. No ha cambiado nada.',
    yourself:
      'Para aislar a un miembro necesitas el permiso «Aislar temporalmente a miembros» o el rol de moderación de `/settings`. No ha cambiado nada.',
  },
};
