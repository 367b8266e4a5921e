import type { Translation } from '../compile.ts';
import type { feed as english } from '../en/feed.ts';

export const feed: Translation<typeof english> = {
  add: {
    added: '**{name}** wird jetzt in {channel} gepostet: {address}.',
    interval: 'Wirethread liest den Feed {interval}.',
    firstNone: 'Als Erstes wird sein nächster neuer Artikel gepostet.',
    firstOnly: 'Sein einziger Artikel wird jetzt gepostet.',
    firstAll: {
      one: 'Sein Artikel wird jetzt gepostet.',
      other: 'Seine {count} Artikel werden jetzt gepostet.',
    },
    firstOf: {
      one: 'Der neueste seiner {total} Artikel wird jetzt gepostet.',
      other: 'Die neuesten {count} seiner {total} Artikel werden jetzt gepostet.',
    },
    notInThread:
      'Kommentare werden nicht gespiegelt, denn ein Artikel in einem Thread hat keinen eigenen.',
    notMirrored: 'Kommentare werden nicht gespiegelt.',
    mirrored: 'Kommentare werden gespiegelt, wenn die Website welche anbietet.',
    neverCloses: 'Diskussionen schließen nie.',
    closes: 'Diskussionen schließen {duration} nach der Veröffentlichung.',
    choose: 'Diese Website hat {number} Feeds. Wähle den, der in {channel} gepostet wird.',
    placeholders: { choose: 'Feed wählen' },
    choiceExpired: 'Diese Auswahl ist abgelaufen. Nutze `/feed add` noch einmal.',
    noChannel:
      'Wähle, wohin die Artikel gehen: Setze `channel` auf einen Text-, Ankündigungs- oder Forenkanal oder einen Thread.',
  },
  edit: {
    buttons: { save: 'Speichern', discard: 'Verwerfen' },
    expired: 'Diese Vorschau ist abgelaufen. Nutze `/feed edit` noch einmal.',
    discarded: 'Verworfen. Nichts ist geändert.',
    place: '{address} in {channel}',
    moved:
      '{address} ist von {from} nach {to} verlegt. Die nächsten Artikel werden dort gepostet. Gepostete Artikel und ihre Diskussionen bleiben, wo sie sind.',
    wouldMove:
      '{address} würde von {from} nach {to} verlegt. Gespeichert wird erst, wenn du „Speichern“ drückst.',
    alsoChanged: 'Ebenfalls geändert: {options}.',
    nothing: '{feed}: Du hast nichts zu ändern angegeben. Die Einstellungen sind:',
    changed: '{feed}: {options} geändert. Das gilt ab dem nächsten Artikel.',
    wouldChange:
      '{feed}: Das würde {options} ändern. Gespeichert wird erst, wenn du „Speichern“ drückst.',
    silentRoles:
      'Eine Erwähnung von {roles} benachrichtigt niemanden. Erlaube in den Einstellungen der Rolle, dass alle sie erwähnen, oder gib Wirethread die Berechtigung, alle Rollen zu erwähnen.',
    persona: 'Ein Kommentar erscheint als „{name}“, gepostet von einem Webhook des Kanals.',
    personaLacks:
      'Wirethread fehlt in {channel} die Berechtigung „Webhooks verwalten“. Gib sie ihm dort: Bis dahin werden Kommentare in seinem Namen gepostet.',
    passing: {
      one: '{count} der letzten {total} Artikel kommt durch die Filter.',
      other: '{count} der letzten {total} Artikel kommen durch die Filter.',
    },
    nonePasses: 'Keiner der letzten {total} Artikel kommt durch die Filter.',
    onlyPasses: 'Der einzige Artikel kommt durch die Filter.',
    onlyFails: 'Der einzige Artikel kommt nicht durch die Filter.',
    filteredOut: 'Der neueste Artikel, „{headline}“, wird ausgefiltert: {reason}.',
    noInclude: 'Er passt zu keinem der `include`-Filter',
    matched: {
      words: 'Überschrift oder Zusammenfassung enthalten „{entry}“',
      topics: 'Zu seinen Themen gehört „{entry}“',
      authors: 'Zu seinen Verfassern gehört „{entry}“',
    },
    inDigest:
      'In der Sammelnachricht ist jeder Artikel kürzer. Ein Artikel als eigene Nachricht sähe so aus:',
    noStory: 'Dieser Feed hat noch keinen Artikel, darum gibt es keine Vorschau.',
    postUntagged: 'Ein Forenbeitrag ohne Tag:',
    postTagged: 'Ein Forenbeitrag mit {tags}:',
    noMirrorInThread:
      'In einem Thread können Kommentare nicht gespiegelt werden, denn ein Artikel hat dort keinen eigenen Thread. Füge den Feed zu einem Text-, Ankündigungs- oder Forenkanal hinzu.',
    warningTooLong:
      '`closing-warning` muss kürzer sein als die Diskussion dauert. Schreibe eine kürzere Zeit wie 1h oder 30 minutes, oder none.',
  },
  values: {
    quietHours:
      'Schreibe zwei Uhrzeiten und eine Zeitzone, wenn du nicht UTC meinst (22-7, 22:00-07:00 Europe/Berlin), oder none',
    digest:
      'Schreibe hourly, daily mit einer Uhrzeit und einer Zeitzone, wenn du nicht UTC meinst (daily 8am Europe/Berlin), oder off',
    list: 'Schreibe höchstens 50 Einträge von höchstens 100 Zeichen, durch Kommas getrennt (Fähre, Rathaus), oder none',
    backlog: 'Schreibe eine Zahl von {least} bis {most}, oder all',
    noRole:
      'Diese Rolle gibt es auf dem Server nicht; schreibe vorhandene Rollen (@News, @Sport), oder none',
    tooManyRoles: 'Das sind {number} Rollen, erwähnt werden können höchstens {most}',
    notForum: 'Der Kanal des Feeds ist kein Forum, darum haben seine Artikel keine Tags',
    noTag: 'Diesen Tag hat das Forum nicht; seine Tags sind {tags}',
    noTags: 'Das Forum hat keine Tags',
  },
  list: {
    none: 'Dieser Server hat noch keine Feeds. Füge einen hinzu mit `/feed add url:https://…`.',
    paused: 'angehalten: {error}',
    failing: 'fehlerhaft: {error}',
    lastRead: 'zuletzt gelesen {time}',
    notRead: 'noch nicht gelesen',
    declared: 'aus der Konfigurationsdatei',
    remedy: '`/feed show` zeigt einen Feed, `/feed export` listet alle.',
  },
  show: {
    notRead: 'Noch nicht gelesen.',
    stored: { one: '{count} Artikel gespeichert.', other: '{count} Artikel gespeichert.' },
    posted: {
      one: '{posted} von {count} Kommentar in {thread} gepostet.',
      other: '{posted} von {count} Kommentaren in {thread} gepostet.',
    },
    moreBacklogs: {
      one: 'Kommentare zu {count} weiteren Artikel werden gerade gepostet.',
      other: 'Kommentare zu {count} weiteren Artikeln werden gerade gepostet.',
    },
    withAccess: 'wird mit seinen Zugangsdaten gelesen',
    movedFrom: 'Umgezogen von {address}.',
    lastChange: 'Letzte Änderung: {time}.',
    lastRead: 'Zuletzt gelesen: {time}.',
    noAnswer: 'Zuletzt gelesen: {time}, keine Antwort nach {seconds} s.',
    unchanged: 'Zuletzt gelesen: {time}, unverändert (304) nach {seconds} s.',
    answered: 'Zuletzt gelesen: {time}, Antwort {status} nach {seconds} s.',
    answeredSize: 'Zuletzt gelesen: {time}, Antwort {status} nach {seconds} s, {size}.',
    rateLimited: 'Vom Server gebremst: {error}',
    rateLimitedSince: 'Vom Server gebremst, zuerst {time}: {error}',
    failed: {
      one: 'Einmal fehlgeschlagen: {error}',
      other: '{count}-mal hintereinander fehlgeschlagen: {error}',
    },
    failedSince: {
      one: 'Einmal fehlgeschlagen, {time}: {error}',
      other: '{count}-mal hintereinander fehlgeschlagen, zuerst {time}: {error}',
    },
    pausedBecause: {
      gone: '**Angehalten**, denn sein Server sagt, dass er für immer entfernt wurde. `/feed retry` startet ihn wieder.',
      refused:
        '**Angehalten**, denn sein Server lässt Wirethread nicht lesen. `/feed retry` startet ihn wieder.',
      failing:
        '**Angehalten**, denn er war zu lange nicht lesbar. `/feed retry` startet ihn wieder.',
    },
    now: 'jetzt',
    next: 'Nächster Abruf: {time}.',
    nextThen: 'Nächster Abruf: {time}, dann {interval} ({reason}).',
    nextAsked: 'Nächster Abruf: {time}, {reason}.',
    pace: {
      interval: 'wie hier eingestellt',
      ttl: 'wie von der Redaktion mit ttl gewünscht',
      cache: 'wie von der Redaktion mit Cache-Headern gewünscht',
      'retry-after': 'wie vom Server mit Retry-After verlangt',
      backoff: 'seltener wegen der Fehler',
    },
    inChannel: '**In {channel}**',
    inChannelDeclared: '**In {channel}** (aus der Konfigurationsdatei)',
  },
  reading: 'Wirethread liest {address} jetzt. Das Ergebnis zeigt `/feed show`.',
  place: '{address} in {channel}',
  removeQuestion:
    '{feed} entfernen? Die Einstellungen werden gelöscht und offene Diskussionen geschlossen. Gepostete Artikel bleiben. Um ihn in einem anderen Kanal zu posten, nutze `/feed edit`, Option `channel`.',
  buttons: { remove: 'Entfernen', keep: 'Behalten' },
  removed:
    '{address} wird nicht mehr in {channel} gepostet. Gepostete Artikel bleiben. Offene Diskussionen sind geschlossen.',
  stays: '{feed} bleibt. Nichts hat sich geändert.',
  empty:
    '**{title}** ist ein Feed ohne Artikel. Du kannst ihn jetzt hinzufügen: Sein erster Artikel wird gepostet, sobald er erscheint.',
  canBeRead: {
    one: '**{title}** ist lesbar: {count} Artikel.',
    other: '**{title}** ist lesbar: {count} Artikel.',
  },
  leftOut: {
    one: '{count} Eintrag mehr, als Wirethread liest, wurde ausgelassen.',
    other: '{count} Einträge mehr, als Wirethread liest, wurden ausgelassen.',
  },
  wouldBePosted:
    'Der neueste Artikel würde so gepostet (mit mehr Angaben von der Seite des Artikels):',
  files: {
    nothingToExport: 'Dieser Server hat keine Feeds zum Exportieren.',
    exported: {
      one: '{count} Feed, ein Ordner pro Kanal. Die Adresse ist vollständig und kann geheime Schlüssel enthalten: Gib die Datei mit Bedacht weiter.',
      other:
        '{count} Feeds, ein Ordner pro Kanal. Die Adressen sind vollständig und können geheime Schlüssel enthalten: Gib die Datei mit Bedacht weiter.',
    },
    withoutSecrets: {
      one: 'Benutzernamen, Passwörter und Cookies fehlen: Nach einem Import braucht {count} Feed sie wieder.',
      other:
        'Benutzernamen, Passwörter und Cookies fehlen: Nach einem Import brauchen {count} Feeds sie wieder.',
    },
    nothingListed: 'Diese Datei führt keine Feeds auf. Jeder Feed darin braucht eine `xmlUrl`.',
    added: {
      one: '{count} Feed zu {channel} hinzugefügt.',
      other: '{count} Feeds zu {channel} hinzugefügt.',
    },
    groups: {
      added: 'Hinzugefügt',
      known: 'Schon vorhanden',
      refused: 'Keine Webadresse',
      left: 'Übrig',
    },
    importAgain: 'Importiere dieselbe Datei noch einmal, um die übrigen Feeds hinzuzufügen.',
    firstNone: 'Als Erstes werden ihre nächsten neuen Artikel gepostet.',
    first: {
      one: 'Der neueste Artikel von jedem wird gepostet, wenn Wirethread den Feed liest.',
      other:
        'Die neuesten {count} Artikel von jedem werden gepostet, wenn Wirethread den Feed liest.',
    },
    allRead: 'Alle sind gelesen.',
    readSoFar: {
      one: '{read} von {count} Feed bisher gelesen.',
      other: '{read} von {count} Feeds bisher gelesen.',
    },
    unread: {
      one: '{count} konnte nicht gelesen werden: `/feed list` zeigt welcher, `/feed show` warum.',
      other: '{count} konnten nicht gelesen werden: `/feed list` zeigt welche, `/feed show` warum.',
    },
  },
  trial: {
    read: {
      one: 'Kommentare zum neuesten Artikel: {count} gelesen ({source}).',
      other: 'Kommentare zum neuesten Artikel: {count} gelesen ({source}).',
    },
    readPart: {
      one: 'Kommentare zum neuesten Artikel: {count} von {total} gelesen ({source}); mehr gibt die Quelle nicht heraus.',
      other:
        'Kommentare zum neuesten Artikel: {count} von {total} gelesen ({source}); mehr gibt die Quelle nicht heraus.',
    },
    isClosed: 'Die Diskussion ist geschlossen.',
    othersOnSite: 'Die anderen bleiben auf der Website.',
    othersAt: 'Die anderen bleiben auf der Website: {address}.',
    first: 'Der erste ist von **{author}**: {text}',
    unread: 'Der neueste Artikel scheint Kommentare zu haben, aber sie sind nicht lesbar: {reason}',
    unreadCount: {
      one: 'Der neueste Artikel scheint {count} Kommentar zu haben, aber er ist nicht lesbar: {reason}',
      other:
        'Der neueste Artikel scheint {count} Kommentare zu haben, aber sie sind nicht lesbar: {reason}',
    },
    giveSelectors:
      'Gib die CSS-Selektoren der Seite mit `comment-selectors` von `/feed edit` an oder schalte dort das Spiegeln aus.',
    theyAreAt: 'Sie stehen unter {address}.',
    elsewhere:
      'Kommentare auf der Website laufen über {system}, {reason}; sie werden nicht gespiegelt.',
    elsewhereCount: {
      one: 'Kommentare auf der Website laufen über {system} ({count} Kommentar), {reason}; sie werden nicht gespiegelt.',
      other:
        'Kommentare auf der Website laufen über {system} ({count} Kommentare), {reason}; sie werden nicht gespiegelt.',
    },
    discussHere:
      'Diskutiert werden kann in Discord: Setze `open-thread` von `/feed edit` auf „{choice}“. Die Redaktion könnte einen Kommentar-Feed anbieten (`wfw:commentRss`).',
    reasons: {
      needsKey:
        'was Wirethread nur mit einem Schlüssel liest: Wer den Bot betreibt, setzt {setting}',
      unreadable: 'was Wirethread nicht lesen kann',
    },
    ownSystem: 'ein eigenes System der Website',
    none: 'Zum neuesten Artikel wurden keine Kommentare gefunden.',
    notMirrored: 'Kommentare werden nicht gespiegelt: {reason}',
  },
  refused: {
    notHere:
      'Diesen Feed gibt es auf diesem Server nicht (mehr). `/feed list` zeigt, welche es gibt.',
    unknown:
      'Dieser Server hat keinen Feed „{typed}“. Wähle einen aus der Liste des Befehls oder sieh unter `/feed list` nach.',
    severalFit:
      '{number} Feeds passen. Wähle einen aus der Liste des Befehls oder schreibe den Kanal dahinter (… in #news):',
    declaredEdit:
      'Dieser Feed steht in der Konfigurationsdatei: Ändere ihn dort und starte Wirethread neu.',
    declaredRemove:
      'Dieser Feed steht in der Konfigurationsdatei: Entferne ihn dort und starte Wirethread neu.',
    alreadyThere:
      '{channel} hat diesen Feed schon. Entferne ihn mit `/feed remove` oder füge ihn zu einem anderen Kanal hinzu.',
    alreadyInOther:
      '{channel} hat diesen Feed schon. Wähle einen anderen Kanal oder entferne einen der beiden mit `/feed remove`.',
    notAnAddress:
      '„{typed}“ ist keine Feed-Adresse. Gib eine an, die mit `https://` beginnt, etwa `https://example.org/feed.xml`, oder die der Website, etwa `example.org`. Auch möglich: `r/name` von Reddit, `@name@server` von Mastodon, `@name.bsky.social` von Bluesky.',
    addressTooLong:
      'Diese Adresse hat mehr als {number} Zeichen, das ist zu lang für einen Feed. Gib eine kürzere an.',
    noFeedFound:
      '{address} ist eine Webseite, und zu ihr wurde kein Feed gefunden. Versucht: {tried}. Suche auf der Seite nach „RSS“ oder „Feed“ und gib diese Adresse an.',
    lacksPermissions:
      'Wirethread fehlt in {channel}: {permissions}. Gib seiner Rolle dort diese Berechtigungen und nutze dann `{command}` noch einmal.',
    noStoriesThere:
      'In {channel} können keine Artikel gepostet werden: Wähle einen Text-, Ankündigungs- oder Forenkanal oder einen Thread.',
    isDiscussion:
      '{channel} ist die Diskussion eines Artikels: Andere Artikel stünden zwischen seinen Kommentaren. Wähle einen anderen Thread oder einen Kanal.',
  },
};
