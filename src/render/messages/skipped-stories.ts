import type { Language } from '../../core/feed/channel-options.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { flag } from './components.ts';
import { escapedName, safeUrl } from '../markdown/escape.ts';
import { pluralLabel, labels } from '../labels/index.ts';

export interface SkippedStories {
  count: number;
  feedTitle: string | null;
  siteUrl: string | null;
  language: Language;
}

/** The notice that stories were not posted, because too many arrived at once. */
export function renderSkippedStories({
  count,
  feedTitle,
  siteUrl,
  language,
}: SkippedStories): MessageBody {
  const words = labels[language].digest;
  const said = pluralLabel(words.skipped, count, language);
  const paper = feedTitle === null ? '' : `**${escapedName(feedTitle)}** · `;
  const url = siteUrl === null ? null : safeUrl(siteUrl);
  const where = url === null ? '' : ` [${words.onSite}](<${url}>)`;
  return {
    content: `${paper}${said}${where}`,
    embeds: [],
    components: [],
    flags: flag.suppressEmbeds,
    allowed_mentions: { parse: [] },
  };
}
