import type { Translation } from '../compile.ts';
import type { english } from '../en/index.ts';
import { alerts } from './alerts.ts';
import { audit } from './audit.ts';
import { cards } from './cards.ts';
import { caseNotes } from './case-notes.ts';
import { commands } from './commands.ts';
import { discussions } from './discussions.ts';
import { feed } from './feed.ts';
import { feedSettings } from './feed-settings.ts';
import { flags } from './flags.ts';
import { health } from './health.ts';
import { help, steps } from './help.ts';
import { mutes } from './mutes.ts';
import { permissions } from './permissions.ts';
import { privacy } from './privacy.ts';
import { refusals } from './refusals.ts';
import { report } from './report.ts';
import { reporters } from './reporters.ts';
import { rules } from './rules.ts';
import { rulings } from './rulings.ts';
import { settings } from './settings.ts';
import { sites } from './sites.ts';
import { sources } from './sources.ts';
import { statistics } from './statistics.ts';
import { slowMode } from './slow-mode.ts';
import { stories } from './stories.ts';
import { summary } from './summary.ts';
import { units } from './units.ts';

/**
 * Spanish, understood on both sides of the ocean. People are addressed with "tú". Glossary: story
 * noticia · publisher medio · comment comentario · discussion debate · digest resumen · report
 * denuncia · case caso · card ficha · ruling decisión · escalated escalado · flagged denunciado ·
 * hidden oculto · moderators la moderación · senior moderator moderador sénior · alert alerta · notice
 * aviso · mirror reproducir · post publicar · thread hilo.
 */
export const es: Translation<typeof english> = {
  ...stories,
  alerts,
  audit,
  cards,
  caseNotes,
  commands,
  discussions,
  feed,
  feedSettings,
  flags,
  health,
  help,
  mutes,
  permissions,
  privacy,
  refusals,
  report,
  reporters,
  rules,
  slowMode,
  rulings,
  settings,
  sites,
  sources,
  statistics,
  steps,
  summary,
  units,
};
