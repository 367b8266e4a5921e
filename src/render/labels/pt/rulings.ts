import type { Translation } from '../compile.ts';
import type { rulings as english } from '../en/rulings.ts';

export const rulings: Translation<typeof english> = {
  removed: 'Sua mensagem em {channel}, em **{server}**, foi removida.',
  warned: 'Sua mensagem em {channel}, em **{server}**, violou as regras. Isto é uma advertência.',
  timedOut: 'Sua mensagem em {channel}, em **{server}**, violou as regras.',
  namelessServer: 'um servidor do Discord',
  messageRemoved: 'A mensagem foi removida.',
  silentUntil: 'Você não pode escrever no servidor até {time}.',
  reportedAs: 'Denunciada como: {reasons}',
  moderatorsWrite: 'A moderação escreve: {reason}',
  byModerator: 'A moderação do servidor decidiu isto {time} (caso {number}).',
  bySenior: 'A moderação sênior do servidor decidiu isto {time} (caso {number}).',
  appealPossible:
    'Se acha que está errado, aperte **Recorrer** ou use `/flags appeal case:{number}` no servidor. Outra pessoa da moderação decide.',
  appealMade: 'Você recorreu. Outra pessoa da moderação decide, e você saberá aqui.',
  undone:
    'A moderação de **{server}** voltou atrás na decisão sobre sua mensagem (caso {number}). Uma mensagem apagada não pode ser restaurada.',
  appealed: 'Seu recurso de {date} no caso {number} em **{server}**: {outcome}',
  outcomes: {
    stands: 'outra pessoa da moderação analisou, e a decisão fica. É definitivo.',
    takenBack:
      'outra pessoa da moderação analisou e voltou atrás na decisão. Uma mensagem apagada não pode ser restaurada.',
    waits: 'está sendo analisado de novo.',
  },
  commands: {
    appeal: 'Recorrer uma vez de uma decisão sobre uma mensagem sua',
    case: 'O número do caso, como na mensagem privada sobre a decisão',
  },
  buttons: { appeal: 'Recorrer' },
  titles: { appeal: 'Recurso no caso {number}' },
  labels: { appeal: 'Por que a decisão está errada?' },
  hints: { appeal: 'Quem decide lê isto. Só é possível recorrer uma vez.' },
  askAppeal: 'No caso {number} você pode recorrer uma vez. Decide outra pessoa da moderação.',
  receipt:
    'A moderação tem seu recurso. Decide outra pessoa, e você saberá por mensagem privada, se as aceita, ou com `/flags appeal case:{number}`.',
  refusals: {
    notYours:
      'O caso {number} não é sobre uma mensagem sua. A mensagem privada sobre a decisão informa o caso.',
    noRuling: 'Não há decisão contra você neste caso, então não há do que recorrer.',
    waits: 'A moderação tem seu recurso. Decide outra pessoa.',
    stands: 'Outra pessoa da moderação analisou seu recurso: a decisão fica. É definitivo.',
    expired:
      'O texto da sua mensagem já foi apagado, como pedem as configurações do servidor; ninguém mais pode julgá-lo.',
    otherServer: 'Este botão é de um servidor que o Wirethread deixou.',
  },
};
