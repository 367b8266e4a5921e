import type { Translation } from '../compile.ts';
import type { refusals as english } from '../en/refusals.ts';

export const refusals: Translation<typeof english> = {
  needsManager:
    'Dafür brauchst du die Berechtigung „Server verwalten“. Frag jemanden, der sie hat.',
  needsModerator:
    'Dafür brauchst du die Berechtigung „Nachrichten verwalten“ {where} oder die Moderationsrolle. Frag die Moderation.',
  inServer: 'auf dem ganzen Server',
  inChannel: 'in {channel}',
  channelRefused:
    'Discord lässt das Wirethread in diesem Kanal nicht tun ({reason}). Gib seiner Rolle dort „Kanal ansehen“ und „Nachrichtenverlauf anzeigen“ und versuch es noch einmal.',
  discordRefused: 'Discord hat das abgelehnt ({reason}). Versuch es gleich noch einmal.',
  internal:
    'In Wirethread ist ein Fehler aufgetreten. Versuch es noch einmal. Passiert es wieder, sag dem Betreiber dieses Bots Bescheid: Die Einzelheiten stehen im Log.',
  serversOnly: 'Wirethread funktioniert nur auf Servern. Nutze seine Befehle dort.',
  older:
    'Das stammt aus einer älteren Version von Wirethread. Nutze den Befehl noch einmal oder sieh unter `/help` nach.',
  everyone:
    '`{option}` kann nicht @everyone sein. Wähle eine Rolle, die nur manche Mitglieder haben.',
  value: '`{option}` kann nicht „{typed}“ sein: {reason}.',
  duration:
    '`{option}` kann nicht „{typed}“ sein: Schreibe eine ganze Zahl und eine Einheit, etwa 90s, 15m, 2 hours, 3 days oder 1w (mindestens {least}).',
  durationOrNever:
    '`{option}` kann nicht „{typed}“ sein: Schreibe eine ganze Zahl und eine Einheit, etwa 90s, 15m, 2 hours, 3 days oder 1w (mindestens {least}), oder never.',
  expired: 'Das ist abgelaufen. Kopiere deine Eingabe und nutze den Befehl noch einmal.',
  buttons: {
    correct: '{option} korrigieren',
    tryAgain: 'Noch einmal',
    openAgain: 'Formular wieder öffnen',
  },
  titles: { correct: '{option} korrigieren' },
  typed: 'Deine Eingabe:',
};
