import type { Translation } from '../compile.ts';
import type { rulings as english } from '../en/rulings.ts';

export const rulings: Translation<typeof english> = {
  removed: 'Votre message dans {channel} sur **{server}** a été retiré.',
  warned:
    'Votre message dans {channel} sur **{server}** enfreint les règles. Ceci est un avertissement.',
  timedOut: 'Votre message dans {channel} sur **{server}** enfreint les règles.',
  namelessServer: 'un serveur Discord',
  messageRemoved: 'Le message a été retiré.',
  silentUntil: 'Vous ne pouvez pas écrire sur le serveur jusqu’à {time}.',
  reportedAs: 'Signalé comme : {reasons}',
  moderatorsWrite: 'La modération écrit : {reason}',
  byModerator: 'Un modérateur du serveur l’a décidé {time} (dossier {number}).',
  bySenior: 'Un modérateur principal du serveur l’a décidé {time} (dossier {number}).',
  appealPossible:
    'Si vous n’êtes pas d’accord, appuyez sur **Contester**, ou utilisez `/flags appeal case:{number}` sur le serveur. Un autre modérateur décide.',
  appealMade: 'Vous avez contesté. Un autre modérateur décide, et vous l’apprendrez ici.',
  undone:
    'La modération de **{server}** est revenue sur sa décision sur votre message (dossier {number}). Un message supprimé ne peut pas être rétabli.',
  appealed: 'Votre contestation du {date} dans le dossier {number} sur **{server}** : {outcome}',
  outcomes: {
    stands: 'un autre modérateur l’a examinée, et la décision est maintenue. C’est définitif.',
    takenBack:
      'un autre modérateur l’a examinée et a annulé la décision. Un message supprimé ne peut pas être rétabli.',
    waits: 'elle est réexaminée.',
  },
  commands: {
    appeal: 'Contester une fois une décision sur un de vos messages',
    case: 'Le numéro du dossier, donné dans le message privé sur la décision',
  },
  buttons: { appeal: 'Contester' },
  titles: { appeal: 'Contestation, dossier {number}' },
  labels: { appeal: 'Pourquoi la décision est-elle fausse ?' },
  hints: { appeal: 'Le modérateur qui décide le lit. Une seule contestation est possible.' },
  askAppeal:
    'Vous pouvez contester une fois dans le dossier {number}. Un autre modérateur que le premier décide.',
  receipt:
    'La modération a votre contestation. Un autre modérateur que le premier décide, et vous l’apprendrez par message privé, si vous les acceptez, ou avec `/flags appeal case:{number}`.',
  refusals: {
    notYours:
      'Le dossier {number} ne porte pas sur un de vos messages. Le message privé sur la décision donne son numéro.',
    noRuling: 'Il n’y a pas de décision contre vous dans ce dossier, donc rien à contester.',
    waits: 'La modération a votre contestation. Un autre modérateur que le premier décide.',
    stands:
      'Un autre modérateur a examiné votre contestation : la décision est maintenue. C’est définitif.',
    expired:
      'Le texte de votre message a été supprimé depuis, comme le veulent les réglages du serveur ; personne ne peut plus en juger.',
    otherServer: 'Ce bouton vient d’un serveur que Wirethread a quitté.',
  },
};
