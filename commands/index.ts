import { audit, auditPages } from './moderation/audit.ts';
import { againButton } from './again.ts';
import type { ComponentHandler, MessageCommand, PrivateHandler, SlashCommand } from './command.ts';
import { appealButton } from './moderation/appeal.ts';
import { caseButtons } from './moderation/case-buttons.ts';
import { queueControls } from './moderation/queue-controls.ts';
import { discussion } from './discussion.ts';
import { feed } from './feed.ts';
import { previewButtons } from './feed/edit.ts';
import { removeFeedButtons } from './feed/remove.ts';
import { feedSelectMenu } from './feed/select-feed.ts';
import { flag } from './moderation/flag.ts';
import { flagMessage } from './moderation/flag-message.ts';
import { flags } from './moderation/flags.ts';
import { help } from './help.ts';
import { lawButton } from './moderation/law-button.ts';
import { privacy } from './privacy.ts';
import { muteMessage } from './moderation/mute-message.ts';
import { reportButton } from './moderation/report-button.ts';
import { rules } from './moderation/rules.ts';
import { settings } from './settings.ts';
import { health } from './health.ts';

export const slashCommands = [
  feed,
  discussion,
  flag,
  flags,
  audit,
  privacy,
  rules,
  settings,
  health,
  help,
] satisfies readonly SlashCommand[];

export const messageCommands = [flagMessage, muteMessage] satisfies readonly MessageCommand[];

export const componentHandlers = [
  againButton,
  feedSelectMenu,
  previewButtons,
  removeFeedButtons,
  reportButton,
  caseButtons,
  auditPages,
  lawButton,
  appealButton,
  queueControls,
] satisfies readonly ComponentHandler[];

/** For the bot's private messages. */
export const privateHandlers = [appealButton] satisfies readonly PrivateHandler[];

/** What is registered with Discord. */
export const commandBodies = [...slashCommands, ...messageCommands].map(({ body }) => body);
