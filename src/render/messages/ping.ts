import type { MessageBody } from '../../core/delivery/message-body.ts';
import type { Language } from '../../core/feed/channel-options.ts';
import type { Snowflake } from '../../core/ids.ts';
import { labelsIn } from '../labels/index.ts';
import { notice } from './notices.ts';

/** What a ping says. */
export interface Ping {
  roleId: Snowflake;
  /** The most urgent case. */
  number: number;
  /** `null` while its card is not posted. */
  cardUrl: string | null;
  /** Other urgent cases of this ping. */
  more: number;
}

/** For the moderators' channel: it mentions exactly that role. */
export function renderPing(
  { roleId, number, cardUrl, more }: Ping,
  language: Language,
): MessageBody {
  const { caseNotes } = labelsIn(language);
  const about = {
    role: `<@&${roleId}>`,
    number,
    card: cardUrl ?? `\`/flags show case:${number}\``,
  };
  const text = caseNotes.ping(about);
  const body = notice(more > 0 ? `${text}\n${caseNotes.pingMore({ count: more })}` : text);
  return { ...body, allowed_mentions: { parse: [], roles: [roleId] } };
}
