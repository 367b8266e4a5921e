/** Sites that need a sentence of their own when a feed, or comments, are looked for there. */
export const sites = {
  refused: {
    'login-only':
      '{site} shows posts only to people who are logged in, and has no feeds. Look for their website or newsletter, and give that address: most of them have a feed.',
    'no-feeds':
      '{site} has no feeds. Look for their website or newsletter, and give that address: most of them have a feed.',
    spotify:
      '{site} does not give the feeds of its podcasts. Give the address of the same podcast at Apple Podcasts (podcasts.apple.com), or of its own website.',
    discord:
      'This is an address in {site}, which has no feeds. To bring an announcement channel here, use its “Follow” button.',
  },
  /** After the sentence that no feed was found. */
  advice: {
    youtube:
      'Open the channel on YouTube, choose “Share channel” → “Copy channel ID”, and give https://www.youtube.com/channel/ with that ID.',
    reddit: 'Reddit answers strangers seldom: if it refuses, raise `poll-every`.',
    substack:
      'A profile of Substack has no feed of its own: give the address of the publication, such as https://name.substack.com.',
    bluesky: 'Bluesky gives no feed of people who do not want to be shown to strangers.',
  },
  noComments: {
    'needs-key': '{site} gives comments only to those who have a key of its interface.',
    'own-pages': '{site} shows comments only in its own pages.',
    releases: 'Releases on GitHub have no comments of their own.',
  },
} as const;
