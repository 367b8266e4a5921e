import type { Translation } from '../compile.ts';
import type { sites as english } from '../en/sites.ts';

export const sites: Translation<typeof english> = {
  refused: {
    'login-only':
      '{site} zeigt Beiträge nur Angemeldeten und hat keine Feeds. Suche die Website oder den Newsletter und gib diese Adresse an: Die meisten haben einen Feed.',
    'no-feeds':
      '{site} hat keine Feeds. Suche die Website oder den Newsletter und gib diese Adresse an: Die meisten haben einen Feed.',
    spotify:
      '{site} gibt die Feeds seiner Podcasts nicht heraus. Gib die Adresse des Podcasts bei Apple Podcasts (podcasts.apple.com) oder die seiner eigenen Website an.',
    discord:
      'Das ist eine Adresse in {site}, wo es keine Feeds gibt. Um einen Ankündigungskanal hierher zu bringen, nutze dort die Schaltfläche „Folgen“.',
  },
  advice: {
    youtube:
      'Öffne den Kanal auf YouTube, wähle „Kanal teilen“ → „Kanal-ID kopieren“ und gib https://www.youtube.com/channel/ mit dieser ID an.',
    reddit: 'Reddit antwortet Fremden selten: Lehnt es ab, erhöhe `poll-every`.',
    substack:
      'Ein Profil bei Substack hat keinen eigenen Feed: Gib die Adresse der Publikation an, etwa https://name.substack.com.',
    bluesky: 'Bluesky gibt keinen Feed von Leuten heraus, die Fremden nicht gezeigt werden wollen.',
  },
  noComments: {
    'needs-key': '{site} gibt Kommentare nur gegen einen Schlüssel seiner Schnittstelle heraus.',
    'own-pages': '{site} zeigt Kommentare nur auf den eigenen Seiten.',
    releases: 'Releases auf GitHub haben keine eigenen Kommentare.',
  },
};
