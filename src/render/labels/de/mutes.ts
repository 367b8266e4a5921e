import type { Translation } from '../compile.ts';
import type { mutes as english } from '../en/mutes.ts';

export const mutes: Translation<typeof english> = {
  muted: '**{name}** ist auf diesem Server stummgeschaltet. {known}',
  already: '**{name}** ist schon stummgeschaltet, von <@{by}> am {time}. {known}',
  byProfile: 'Wirethread erkennt die Person an ihrem Profil {profile}.',
  byName:
    'Wirethread erkennt die Person nur am Namen auf {site}: Alle, die ihn dort nutzen, sind stummgeschaltet.',
  hidden: {
    one: '{count} Kommentar ist an seiner Stelle ausgeblendet. Neue werden nicht gepostet.',
    other: '{count} Kommentare sind an ihrer Stelle ausgeblendet. Neue werden nicht gepostet.',
  },
  undo: 'Zurücknehmen: `/discussion unmute`.',
  unmuted: '**{name}** ist nicht mehr stummgeschaltet.',
  shown: {
    one: '{count} Kommentar wird wieder gezeigt.',
    other: '{count} Kommentare werden wieder gezeigt.',
  },
  none: 'Auf diesem Server ist niemand stummgeschaltet. Schalte jemanden mit `/discussion mute` stumm, oder Rechtsklick auf einen Kommentar → Apps → **Mute this author**.',
  heading: {
    one: '{count} Verfasser ist auf diesem Server stummgeschaltet:',
    other: '{count} Verfasser sind auf diesem Server stummgeschaltet:',
  },
  line: '- **{name}** auf {site}, von <@{by}> am {time}',
  unknownSite: 'einer unbekannten Website',
  remedy: '`/discussion unmute` schlägt alle vor.',
  oneOption:
    'Gib eine der Optionen an: `comment`, den Link zu einem Kommentar, oder `author`, einen Namen.',
  notLink:
    'Das ist kein Link zu einer Nachricht auf diesem Server. Klicke rechts auf den Kommentar, wähle „Nachrichtenlink kopieren“ und füge den Link ein.',
  noComment:
    'Diese Nachricht ist kein Kommentar von einer Website, oder Wirethread speichert ihn nicht mehr. Wähle einen Kommentar aus einer Diskussion.',
  manyComments:
    'Diese Nachricht enthält viele Kommentare. Nutze `/discussion mute` mit dem Namen in der Option `author`.',
  noAuthor:
    'Auf diesem Server ist kein Kommentar von „{name}“. Tippe den Anfang eines Namens und wähle aus der Liste, oder gib den Link zu einem der Kommentare an.',
  severalAuthors: 'Mehrere heißen „{name}“. Wähle aus der Liste der Option:',
  notMuted:
    'Niemand mit dem Namen „{name}“ ist hier stummgeschaltet. `/discussion muted` zeigt, wer es ist.',
  expired:
    'Wirethread speichert diesen Kommentar nicht mehr: Seine Diskussion ist lange vorbei. Nutze `/discussion mute` mit einem neueren Kommentar derselben Person.',
  nameless:
    'Dieser Kommentar hat keinen Namen, also gibt es niemanden stummzuschalten. Melde den Kommentar, damit er entfernt wird.',
  tooMany:
    'Dieser Server hat {number} Verfasser stummgeschaltet, mehr geht nicht. Hebe mit `/discussion unmute` eine Stummschaltung auf, die nicht mehr nötig ist.',
  commands: {
    mute: 'Die Kommentare eines Verfassers auf diesem Server nicht zeigen',
    comment: 'Link zu einem der Kommentare (Rechtsklick → Nachrichtenlink kopieren)',
    author: 'Der Name des Verfassers: Tippe seinen Anfang',
    unmute: 'Die Kommentare eines stummgeschalteten Verfassers wieder zeigen',
    mutedAuthor: 'Der stummgeschaltete Verfasser',
    muted: 'Auflisten, wessen Kommentare dieser Server nicht zeigt',
  },
};
