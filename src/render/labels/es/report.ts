import type { Translation } from '../compile.ts';
import type { report as english } from '../en/report.ts';

export const report: Translation<typeof english> = {
  reasons: {
    abuse: 'Ataques, insultos o amenazas',
    offensive: 'Ofensivo, de odio',
    'off-topic': 'Fuera de tema',
    spam: 'Spam o publicidad',
    false: 'Falso o engañoso',
    'personal-information': 'Datos personales de alguien',
    illegal: 'Contenido ilegal',
    other: 'Otra cosa',
  },
  titles: {
    comment: 'Denunciar este comentario',
    message: 'Denunciar este mensaje',
    flag: 'Denunciar este mensaje',
    law: 'Contenido ilegal: ¿qué ley?',
  },
  labels: {
    reason: '¿Qué tiene de malo?',
    details: '¿Algo que deba saber la moderación?',
    law: '¿Qué ley infringe y cómo?',
    goodFaith: '¿Lo declaras de buena fe?',
  },
  hints: {
    details: 'Solo lo lee la moderación.',
    law: 'Indica el país y la ley, y cita las palabras. Solo lo lee la moderación.',
    goodFaith: 'Crees que lo que escribes aquí es exacto y completo.',
  },
  placeholders: { reason: 'Elige un motivo', goodFaith: 'Confirma, por favor' },
  choices: { goodFaith: 'Sí, hasta donde sé es cierto' },
  receipts: {
    opened:
      'Gracias. La moderación tiene tu denuncia como caso {number}. `/flags mine` muestra el resultado. Nadie ve quién denunció.',
    joined:
      'Gracias. Tu denuncia se suma al caso {number}, que espera a la moderación. `/flags mine` muestra el resultado. Nadie ve quién denunció.',
    alreadyRuled:
      'La moderación ya decidió sobre este texto en el caso {number}. Tu denuncia se ha sumado. `/flags mine` muestra el resultado.',
    reportedBefore: 'Ya lo denunciaste. Es el caso {number}. `/flags mine` muestra el resultado.',
  },
  law: {
    ask: 'Un paso más: di qué ley infringe. El comentario se oculta entonces al momento, hasta que la moderación lo lea.',
    askMessage:
      'Un paso más: di qué ley infringe. Un moderador sénior lo lee primero. Wirethread solo podría borrar el mensaje, sin vuelta atrás, así que decide una persona.',
    hidden: 'Gracias. El comentario queda oculto hasta que la moderación lea el caso {number}.',
    noted: 'Gracias. La moderación lo ve en el caso {number}.',
    before: 'Ya has dicho qué ley infringe. La moderación lo tiene en el caso {number}.',
    unknown: 'No has denunciado nada en el caso {number}. Denuncia primero el mensaje.',
    otherReason: 'En el caso {number} diste otro motivo que contenido ilegal.',
    confirm: 'Confirma que lo declaras de buena fe y envía el formulario de nuevo.',
  },
  buttons: { law: 'Indicar la ley' },
  outcomes: {
    open: 'espera a la moderación',
    escalated: 'espera a un moderador sénior',
    removed: 'el mensaje se retiró',
    hidden: 'el mensaje se ocultó',
    acted: 'la moderación actuó',
    gone: 'el comentario se borró en su sitio',
    noFault: 'la moderación no vio nada malo',
    ignored: 'la moderación lo cerró sin decidir',
    duplicate: 'se decide en otro caso',
  },
  notified: {
    outcome: 'Tu denuncia en **{server}** (caso {number}): {outcome}.',
    about: 'Era sobre {about}.',
    more: '-# `/flags mine` en el servidor muestra todas tus denuncias. Para no recibir más mensajes así: `/privacy messages on:False`.',
  },
  commands: {
    flag: 'Denunciar un mensaje a la moderación por su enlace',
    link: 'Enlace al mensaje (clic derecho → Copiar enlace del mensaje)',
    reason: 'Qué tiene de malo',
    details: 'Algo que deba saber la moderación',
  },
  refusals: {
    own: 'Este mensaje es tuyo. Puedes borrarlo tú.',
    banned:
      'La moderación de este servidor ya no acepta denuncias tuyas, así que esta no se envió. Si crees que es un error, escribe a un moderador.',
    tooMany: {
      one: 'Has denunciado {count} mensaje en la última hora. La moderación lo tiene; espera antes de denunciar más.',
      other:
        'Has denunciado {count} mensajes en la última hora. La moderación los tiene; espera antes de denunciar más.',
    },
    otherVersion:
      'Este formulario es de otra versión de Wirethread. Ábrelo de nuevo y elige un motivo.',
    unseen: 'Este mensaje no existe, o no puedes ver su canal.',
    deleted: 'Este mensaje ya está borrado: no hace falta denunciarlo.',
    gone: 'Este comentario ya no está: no hace falta denunciarlo.',
    expired:
      'El debate de este comentario acabó hace mucho, así que Wirethread lo borró y no admite denuncias. Un moderador puede borrar el mensaje en Discord.',
    ownOld:
      'Wirethread ya no guarda este mensaje suyo: su debate o noticia acabó hace mucho. Un moderador puede borrar el mensaje en Discord.',
    botMessage:
      'Este mensaje es del propio Wirethread. Puedes denunciar comentarios y mensajes de miembros. Si una noticia es errónea, escribe al medio.',
    packed: 'Este mensaje tiene muchos comentarios. Pulsa el botón junto al que quieres denunciar.',
    notLink:
      'Esto no es un enlace a un mensaje de este servidor. Clic derecho en el mensaje, «Copiar enlace del mensaje», y pega el enlace.',
    noReason: 'Elige uno de los motivos de la lista.',
  },
};
