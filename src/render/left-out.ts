import type { Language } from '../core/channel-options.ts';
import type { MessageBody } from '../core/ports.ts';
import { flag } from './components.ts';
import { escapedName, safeUrl } from './escape.ts';

export interface LeftOut {
  count: number;
  feedTitle: string | null;
  siteUrl: string | null;
  language: Language;
}

/** Says aloud that stories were not posted, since more came at once than the channel takes. */
export function renderLeftOut({ count, feedTitle, siteUrl }: LeftOut): MessageBody {
  const stories = `${count.toLocaleString('en-US')} older ${count === 1 ? 'story' : 'stories'}`;
  const paper = feedTitle === null ? 'a feed' : `**${escapedName(feedTitle)}**`;
  const url = siteUrl === null ? null : safeUrl(siteUrl);
  const where = url === null ? '' : ` [Read on the site](<${url}>)`;
  return {
    content: `${stories} of ${paper} ${count === 1 ? 'was' : 'were'} left out: more came at once than are posted here.${where}`,
    embeds: [],
    components: [],
    flags: flag.suppressEmbeds,
    allowed_mentions: { parse: [] },
  };
}
