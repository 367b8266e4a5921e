import { type People, suggestions, words } from '../people.ts';

export type Options = Record<string, string | number | boolean>;

/** `/feed edit` by the owner, of the feed that is edited at that time. */
export function editsOf(edited: () => { people: People; feed: string }) {
  const editing = (options: Options) => {
    const { people, feed } = edited();
    return people.owner.run('/feed edit', { feed, ...options });
  };
  const store = () => edited().people.bot.ports.store;
  return {
    editing,
    edit: (options: Options) => words(editing(options)),
    settings: async () => (await store().feeds.getSubscription(edited().feed))?.settings,
    suggested: async (option: string, typed: string) => {
      const { people, feed } = edited();
      const asked = people.owner.autocomplete('/feed edit', { feed, [option]: typed }, option);
      return (await suggestions(asked)).map(({ value }) => value);
    },
    /** The entries of edited feeds in the audit log. */
    audit: async () =>
      (await store().audit.list(edited().people.guildId, 50)).filter(
        ({ action }) => action === 'feed.edited',
      ),
  };
}

/** The id of the newspaper's feed, which the owner adds by command. */
export async function addFeed(people: People, channel?: string): Promise<string> {
  await words(
    people.owner.run('/feed add', { url: people.paper.feedUrl, ...(channel && { channel }) }),
  );
  await people.quiet();
  const [known] = await people.bot.ports.store.feeds.listSubscriptionsIn(people.guildId);
  return known?.id ?? '';
}
