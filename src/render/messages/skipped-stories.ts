import type { Language } from '../../core/feed/channel-options.ts';
import type { MessageBody } from '../../core/delivery/message-body.ts';
import { flag } from './components.ts';
import { escapedName, safeUrl } from '../markdown/escape.ts';
import { labelsIn } from '../labels/index.ts';

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
  const label = labelsIn(language).digest;
  const said = label.skipped({ count });
  const paper = feedTitle === null ? '' : `**${escapedName(feedTitle)}** · `;
  const url = siteUrl === null ? null : safeUrl(siteUrl);
  const where = url === null ? '' : ` [${label.onSite}](<${url}>)`;
  return {
    content: `${paper}${said}${where}`,
    embeds: [],
    components: [],
    flags: flag.suppressEmbeds,
    allowed_mentions: { parse: [] },
  };
}
