import type { Translation } from '../compile.ts';
import type { rulings as english } from '../en/rulings.ts';

export const rulings: Translation<typeof english> = {
  removed: 'Tu mensaje en {channel} de **{server}** se retiró.',
  warned: 'Tu mensaje en {channel} de **{server}** infringió las normas. Esto es una advertencia.',
  timedOut: 'Tu mensaje en {channel} de **{server}** infringió las normas.',
  namelessServer: 'un servidor de Discord',
  messageRemoved: 'El mensaje se retiró.',
  silentUntil: 'No puedes escribir en el servidor hasta {time}.',
  reportedAs: 'Denunciado como: {reasons}',
  moderatorsWrite: 'La moderación escribe: {reason}',
  byModerator: 'Lo decidió un moderador del servidor {time} (caso {number}).',
  bySenior: 'Lo decidió un moderador sénior del servidor {time} (caso {number}).',
  appealPossible:
    'Si crees que es un error, pulsa **Apelar** o usa `/flags appeal case:{number}` en el servidor. Decide otro moderador.',
  appealMade: 'Has apelado. Decide otro moderador, y lo sabrás aquí.',
  undone:
    'La moderación de **{server}** retiró su decisión sobre tu mensaje (caso {number}). Un mensaje borrado no se puede recuperar.',
  appealed: 'Tu apelación del {date} en el caso {number} de **{server}**: {outcome}',
  outcomes: {
    stands: 'otro moderador la revisó, y la decisión se mantiene. Es definitivo.',
    takenBack:
      'otro moderador la revisó y retiró la decisión. Un mensaje borrado no se puede recuperar.',
    waits: 'se está revisando de nuevo.',
  },
  commands: {
    appeal: 'Apelar una vez contra una decisión sobre un mensaje tuyo',
    case: 'El número del caso, como en el mensaje privado sobre la decisión',
  },
  buttons: { appeal: 'Apelar' },
  titles: { appeal: 'Apelación en el caso {number}' },
  labels: { appeal: '¿Por qué es errónea la decisión?' },
  hints: { appeal: 'Lo lee el moderador que decide. Solo se puede apelar una vez.' },
  askAppeal: 'En el caso {number} puedes apelar una vez. Decide un moderador distinto del primero.',
  receipt:
    'La moderación tiene tu apelación. Decide un moderador distinto del primero, y lo sabrás por mensaje privado, si los admites, o con `/flags appeal case:{number}`.',
  refusals: {
    notYours:
      'El caso {number} no es sobre un mensaje tuyo. El mensaje privado sobre la decisión indica su caso.',
    noRuling: 'En este caso no hay ninguna decisión contra ti, así que no hay nada que apelar.',
    waits: 'La moderación tiene tu apelación. Decide un moderador distinto del primero.',
    stands: 'Otro moderador revisó tu apelación: la decisión se mantiene. Es definitivo.',
    expired:
      'El texto de tu mensaje se ha borrado desde entonces, como piden los ajustes del servidor; ya nadie puede juzgarlo.',
    otherServer: 'Este botón es de un servidor que Wirethread ha dejado.',
  },
};
