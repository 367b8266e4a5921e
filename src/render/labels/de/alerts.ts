import type { Translation } from '../compile.ts';
import type { alerts as english } from '../en/alerts.ts';

export const alerts: Translation<typeof english> = {
  channelPaused: 'In {channel} kann nichts gepostet werden: {reason}. {remedy}',
  channelDeleted:
    'Der Kanal #{name} wurde gelöscht, darum warten seine Artikel. Lass jeden seiner Feeds mit `/feed edit`, Option `channel`, in einem anderen Kanal posten oder entferne ihn mit `/feed remove`.',
  unnamedDeleted:
    'Ein Kanal, in dem Wirethread postet, wurde gelöscht, darum warten seine Artikel. Lass jeden seiner Feeds mit `/feed edit`, Option `channel`, in einem anderen Kanal posten oder entferne ihn mit `/feed remove`.',
  remedies: {
    forumTag:
      'Das Forum verlangt einen Tag für jeden Beitrag, und keiner seiner Tags ist ein Thema des Artikels. Wähle einen Tag mit `/feed edit`, Option `forum-tag` (`forumTagId` in der Konfigurationsdatei), oder erlaube Beiträge ohne Tag. Wartende Nachrichten folgen dann von selbst.',
    unlock:
      'Der Thread ist gesperrt: Entsperre ihn oder gib Wirethread dort „Threads verwalten“. Wartende Nachrichten folgen dann von selbst.',
    permissions: 'Gib Wirethread dort {permissions}. Wartende Nachrichten folgen dann von selbst.',
  },
  stuck:
    'Eine Nachricht konnte seit {time} nicht in {channel} gepostet werden: {reason}. Es wird weiter versucht; die nächsten Nachrichten werden inzwischen gepostet.',
  refused:
    'Discord hat {message} in {channel} abgelehnt: {reason}. Das wird übersprungen; spätere Nachrichten kommen wie gewohnt. Prüfe die AutoMod-Regeln des Kanals und mit `/feed test`, was der Feed enthält.',
  messages: {
    story: 'einen Artikel',
    digest: 'eine Sammelnachricht',
    notice: 'einen Hinweis',
    comment: 'einen Kommentar',
    pack: 'eine Nachricht mit vielen Kommentaren',
    card: 'die Karte eines Falls',
    summary: 'die Monatsübersicht',
    removal: 'eine Löschung',
  },
  notRemoved:
    'Wirethread konnte in {channel} eine Nachricht nicht löschen, die die Moderation entfernt hat: {reason}. Gib ihm dort „Nachrichten verwalten“ oder lösche sie von Hand. Es versucht es jede Stunde wieder.',
  timeout: {
    begin:
      'Wirethread konnte {member} nicht stummschalten, wie in Fall {number} entschieden: {reason}. {remedy}',
    end: 'Wirethread konnte die Auszeit von {member} nicht beenden, wie in Fall {number} entschieden: {reason}. {remedy}',
    permission:
      'Gib ihm „Mitglieder moderieren“ und eine höhere Rolle als ihre, oder tu es von Hand. Es versucht es jede Stunde wieder.',
    byHand: 'Tu es von Hand oder nimm die Entscheidung zurück: `/flags show case:{number}`.',
  },
  personasRefused: {
    'give-permission':
      'Kommentare in den Threads von {channel} werden im Namen von Wirethread gepostet, nicht unter den Namen ihrer Verfasser: Es darf keine Webhooks nutzen. Gib Wirethread dort „Webhooks verwalten“: Dann haben die nächsten Kommentare wieder ihre Namen. Oder schalte mit `/feed edit` die Option `personas` aus.',
    'delete-webhooks':
      'Kommentare in den Threads von {channel} werden im Namen von Wirethread gepostet, nicht unter den Namen ihrer Verfasser: Der Kanal hat schon die Höchstzahl an Webhooks. Lösche einen in seinen Einstellungen unter „Integrationen“. Oder schalte mit `/feed edit` die Option `personas` aus.',
  },
  failingForDay:
    'Der Feed {address} konnte einen Tag lang nicht gelesen werden. {reason} Es wird weiter versucht, aber seltener. `/feed show` zeigt seinen Zustand, `/feed test` seine Antwort, `/feed remove` entfernt ihn.',
  failing: {
    one: 'Der Feed {address} konnte einmal nicht gelesen werden. {reason} Es wird weiter versucht, aber seltener. `/feed show` zeigt seinen Zustand, `/feed test` seine Antwort, `/feed remove` entfernt ihn.',
    other:
      'Der Feed {address} konnte {count}-mal hintereinander nicht gelesen werden. {reason} Es wird weiter versucht, aber seltener. `/feed show` zeigt seinen Zustand, `/feed test` seine Antwort, `/feed remove` entfernt ihn.',
  },
  paused:
    'Der Feed {address} ist angehalten: Er konnte {number}-mal hintereinander nicht gelesen werden (Zeitraum: {duration}). {reason} Wenn Server und Adresse wieder gehen, starte ihn mit `/feed retry`. Oder entferne ihn mit `/feed remove`.',
  pausedRefused:
    'Der Feed {address} ist angehalten: Er konnte {number}-mal hintereinander nicht gelesen werden (Zeitraum: {duration}). {reason} Bitte die Redaktion, diesen Bot zuzulassen, oder füge ihn mit dem nötigen Benutzernamen und Passwort neu hinzu. Starte ihn dann mit `/feed retry`. Oder entferne ihn mit `/feed remove`.',
  gone: 'Der Feed {address} ist laut seinem Server für immer weg (410). Er wird nicht mehr gelesen. Suche seine neue Adresse, füge sie mit `/feed add` hinzu und entferne diesen mit `/feed remove`. Kommt er zurück, starte ihn mit `/feed retry`.',
  flooding: {
    one: 'Der Feed {address} hatte {count} neuen Artikel (Zeitraum: {duration}). Vermutlich gibt sein Server jedem Artikel bei jedem Abruf eine neue Kennung. Wirethread speichert nur den neuesten ({count}) eines Feeds; ein älterer, der wiederkommt, kann noch einmal gepostet werden. `/feed test` zeigt, was der Feed enthält. Bitte die Redaktion um gleichbleibende Kennungen, lies ihn seltener (`/feed edit`, Option `poll-every`) oder entferne ihn mit `/feed remove`.',
    other:
      'Der Feed {address} hatte {count} neue Artikel (Zeitraum: {duration}). Vermutlich gibt sein Server jedem Artikel bei jedem Abruf eine neue Kennung. Wirethread speichert nur die neuesten {count} eines Feeds; ein älterer, der wiederkommt, kann noch einmal gepostet werden. `/feed test` zeigt, was der Feed enthält. Bitte die Redaktion um gleichbleibende Kennungen, lies ihn seltener (`/feed edit`, Option `poll-every`) oder entferne ihn mit `/feed remove`.',
  },
  discussionRefused: {
    channel:
      'Wirethread konnte die Diskussion eines Artikels in {channel} nicht aktualisieren: {reason}. Gib Wirethread dort „Öffentliche Threads erstellen“, „Nachrichten in Threads senden“ und „Threads verwalten“.',
    'thread-cap':
      'Wirethread konnte die Diskussion eines Artikels in {channel} nicht aktualisieren: {reason}. Der Server hat zu viele aktive Threads: Archiviere einige.',
  },
  vanished:
    'Viele Kommentare in {thread} sind auf einmal von der Website verschwunden. Hier bleiben sie, bis die Website wieder wie zuvor antwortet. Prüfe, ob die Website sie entfernt hat oder gestört ist.',
  vanishedUnnamed:
    'Viele Kommentare einer Diskussion sind auf einmal von der Website verschwunden. Hier bleiben sie, bis die Website wieder wie zuvor antwortet. Prüfe, ob die Website sie entfernt hat oder gestört ist.',
  slowMode: {
    messages: {
      one: 'In {thread} kam {count} Nachricht in einer Minute; deshalb wartet dort jedes Mitglied {every} zwischen zwei Nachrichten, bis {time}. Beende es mit `/discussion slow-mode every:Off` im Thread; die Regel steht in `/rules list`.',
      other:
        'In {thread} kamen {count} Nachrichten in einer Minute; deshalb wartet dort jedes Mitglied {every} zwischen zwei Nachrichten, bis {time}. Beende es mit `/discussion slow-mode every:Off` im Thread; die Regel steht in `/rules list`.',
    },
    reports: {
      one: 'In {thread} kam {count} Meldung zu Nachrichten von Mitgliedern in zehn Minuten; deshalb wartet dort jedes Mitglied {every} zwischen zwei Nachrichten, bis {time}. Beende es mit `/discussion slow-mode every:Off` im Thread; die Regel steht in `/rules list`.',
      other:
        'In {thread} kamen {count} Meldungen zu Nachrichten von Mitgliedern in zehn Minuten; deshalb wartet dort jedes Mitglied {every} zwischen zwei Nachrichten, bis {time}. Beende es mit `/discussion slow-mode every:Off` im Thread; die Regel steht in `/rules list`.',
    },
  },
  slowModeRefused: {
    begin:
      'Wirethread konnte in {thread} keinen Slowmode einstellen. Gib ihm im Kanal des Threads „Threads verwalten“ und stelle ihn dann mit `/discussion slow-mode` ein.',
    end: 'Wirethread konnte den Slowmode in {thread} nicht beenden: Es darf ihn nicht mehr ändern. Beende ihn in den Einstellungen des Threads und gib Wirethread in dessen Kanal „Threads verwalten“.',
  },
};
