import { audit } from './audit.ts';
import { alerts } from './alerts.ts';
import { cards } from './cards.ts';
import { caseNotes } from './case-notes.ts';
import { commands } from './commands.ts';
import { feed } from './feed.ts';
import { feedSettings } from './feed-settings.ts';
import { flags } from './flags.ts';
import { health } from './health.ts';
import { help, steps } from './help.ts';
import { discussions } from './discussions.ts';
import { mutes } from './mutes.ts';
import { permissions } from './permissions.ts';
import { privacy } from './privacy.ts';
import { refusals } from './refusals.ts';
import { report } from './report.ts';
import { settings } from './settings.ts';
import { sites } from './sites.ts';
import { sources } from './sources.ts';
import { statistics } from './statistics.ts';
import { reporters } from './reporters.ts';
import { rules } from './rules.ts';
import { rulings } from './rulings.ts';
import { slowMode } from './slow-mode.ts';
import { stories } from './stories.ts';
import { summary } from './summary.ts';
import { units } from './units.ts';

/**
 * All labels in English: the source of the other languages. A name in braces is replaced by a value;
 * `{ one, other }` is a plural label, whose `{count}` chooses the form.
 */
export const english = {
  ...stories,
  audit,
  alerts,
  cards,
  caseNotes,
  commands,
  feed,
  feedSettings,
  flags,
  health,
  help,
  discussions,
  mutes,
  permissions,
  privacy,
  refusals,
  report,
  settings,
  sites,
  sources,
  steps,
  units,
  statistics,
  summary,
  reporters,
  rules,
  slowMode,
  rulings,
} as const;
