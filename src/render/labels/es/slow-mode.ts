import type { Translation } from '../compile.ts';
import type { slowMode as english } from '../en/slow-mode.ts';

export const slowMode: Translation<typeof english> = {
  commands: {
    discussion: 'Hacer que cada miembro espere entre mensajes en este debate',
    every: 'Cuánto espera cada miembro entre dos mensajes',
    for: 'Durante cuánto, como 15m o 2h; después, como antes (por defecto: hasta que lo cambies)',
    rule: 'Frenar un debate cuando los miembros escriben o denuncian muchísimo',
    messages: 'Desde cuántos mensajes de miembros en un minuto (por defecto: 20)',
    reports: 'Desde cuántas denuncias de mensajes de miembros en diez minutos',
    ruleFor: 'Durante cuánto, como 1h (por defecto: 15m)',
  },
  choices: { off: 'Desactivado' },
  set: 'En {thread}, cada miembro espera ahora {every} entre dos mensajes. Quien tiene el permiso de saltarse el modo pausado no espera.',
  off: 'El modo pausado está desactivado en {thread}.',
  thenOff: 'Termina {time}.',
  thenBack: 'Eso termina {time}; después vuelve a ser de {every}, como antes.',
  status: 'Modo pausado: {every} entre dos mensajes de un miembro, hasta {time}.',
  refused: {
    noThread: 'Este debate aún no tiene hilo, así que nadie escribe en él.',
    closed:
      'Este debate está cerrado, así que nadie escribe en él. Ábrelo antes con `/discussion reopen`.',
    permission:
      'Wirethread no puede cambiar el modo pausado en {thread}. Dale «Gestionar hilos» en el canal del hilo y vuelve a usar el comando.',
    tooLong: 'Es demasiado: como máximo 30d. Deja `for` vacío para que dure hasta que lo cambies.',
  },
  ruleSet:
    'Desde ahora: {rule}. El modo pausado que puso una persona se queda. La moderación lo termina con `/discussion slow-mode every:Off`.',
  ruleOff: 'Desde ahora ninguna regla frena un debate. Donde ya lo hace, termina a su hora.',
  line: '{why}: modo pausado de {every} en ese debate, durante {duration}',
  causes: {
    messages: {
      one: '{count} mensaje de miembros en un minuto',
      other: '{count} mensajes de miembros en un minuto',
    },
    reports: {
      one: '{count} denuncia de mensajes de miembros en diez minutos',
      other: '{count} denuncias de mensajes de miembros en diez minutos',
    },
  },
  either: '{first} o {second}',
};
