import type { Language } from '../../core/feed/channel-options.ts';
import type { Snowflake, StoryId } from '../../core/ids.ts';
import type { AuditFilter, AuditPlace } from '../../core/moderation/audit.ts';
import type { AuditSide, PlacedLine } from '../../core/ports/audit-ledger.ts';
import type { Ledger } from '../../core/ports/ledger.ts';
import {
  auditCells,
  auditColumns,
  labelsIn,
  requestError,
  type TitledLine,
} from '../../render/index.ts';
import { csvRecord } from '../../text/csv.ts';
import { plural } from '../../text/plural.ts';
import type { Ports } from '../ports.ts';

export interface AuditPage {
  lines: TitledLine[];
  hasNewer: boolean;
  hasOlder: boolean;
}

/** A page of at most `size` lines. Newer ones that do not fill a page are the newest page. */
export async function auditPage(
  { store }: Pick<Ports, 'store'>,
  guildId: Snowflake,
  filter: AuditFilter,
  side: AuditSide,
  size: number,
): Promise<AuditPage> {
  const found = await store.audit.list(guildId, size + 1, filter, side);
  const isAfter = side !== null && 'after' in side;
  if (isAfter && found.length <= size) return auditPage({ store }, guildId, filter, null, size);
  const lines = isAfter ? found.slice(-size) : found.slice(0, size);
  return {
    lines: await titled(store, lines),
    hasNewer: isAfter || side !== null,
    hasOlder: isAfter || found.length > size,
  };
}

async function titled(
  { feeds }: Pick<Ledger, 'feeds'>,
  lines: readonly PlacedLine[],
): Promise<TitledLine[]> {
  const headlines = new Map<StoryId, string | null>();
  for (const { storyId } of lines) {
    if (storyId === null || headlines.has(storyId)) continue;
    headlines.set(storyId, (await feeds.getStory(storyId))?.story.headline ?? null);
  }
  return lines.map((line) => ({
    line,
    headline: line.storyId === null ? null : (headlines.get(line.storyId) ?? null),
  }));
}

/** Of an exported file: below the 10 MB that Discord takes from a bot. */
const mostBytes = 8_000_000;
/** Read from the store in one go. */
const batchSize = 500;
/** A spreadsheet knows by it that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

export interface ExportedAudit {
  csv: Uint8Array;
  lines: number;
  /** The last line in the file, when older ones did not fit. */
  lastLine: number | null;
}

/**
 * The lines as a CSV file, newest first, and a line in the audit about it. `beforeLine` goes on after
 * the file before. Texts of comments are not in the audit.
 * @throws RequestError when there is no such line, or nothing to export
 */
export async function exportAudit(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  guildId: Snowflake,
  { filter, filterText, beforeLine, language }: AuditExport,
  by: Snowflake,
  maxBytes = mostBytes,
): Promise<ExportedAudit> {
  const labels = labelsIn(language).audit;
  const parts = [byteOrderMark + csvRecord(auditColumns)];
  let bytes = Buffer.byteLength(parts[0] ?? '');
  let lines = 0;
  let side: AuditSide =
    beforeLine === null ? null : { before: await placeOf(store, guildId, beforeLine) };
  let lastLine: number | null = null;
  for (;;) {
    const batch: TitledLine[] = await titled(
      store,
      await store.audit.list(guildId, batchSize, filter, side),
    );
    for (const titledLine of batch) {
      const record = csvRecord(auditCells(titledLine, labels));
      bytes += Buffer.byteLength(record);
      if (bytes > maxBytes) break;
      parts.push(record);
      lines += 1;
      lastLine = titledLine.line.seq;
    }
    const last = batch.at(-1)?.line;
    if (bytes > maxBytes || !last || batch.length < batchSize) break;
    side = { before: last };
  }
  if (lines === 0) throw requestError((labels) => labels.audit.nothingToExport);
  const reason = [plural(lines, 'line'), filterText].filter(Boolean).join(', ');
  const at = clock.now();
  await store.audit.append({
    guildId,
    at,
    actor: by,
    action: 'audit.exported',
    subject: guildId,
    reason,
  });
  return { csv: Buffer.from(parts.join('')), lines, lastLine: bytes > maxBytes ? lastLine : null };
}

export interface AuditExport {
  filter: AuditFilter;
  /** The filter in words, for the audit. */
  filterText: string;
  /** Of the sentences in it. */
  language: Language;
  /** `null` begins with the newest line. */
  beforeLine: number | null;
}

async function placeOf(
  { audit }: Pick<Ledger, 'audit'>,
  guildId: Snowflake,
  seq: number,
): Promise<AuditPlace> {
  const place = await audit.placeOf(guildId, seq);
  if (place) return place;
  throw requestError((labels) => labels.audit.noLine({ line: seq }));
}
