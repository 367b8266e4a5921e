import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import type { Log } from '../../core/ports/log.ts';
import type { StoreFigures } from '../../core/ports/ledger.ts';

/** What the bot is at the moment that it is asked. */
export interface Present {
  store: StoreFigures;
  guilds: number;
  /** Whether Discord's gateway is connected. */
  isConnected: boolean;
}

export interface Metrics {
  /** The same log; what it says is counted, whatever its level. */
  counted(log: Log): Log;
  /** In Prometheus' text format. */
  text(present: Present): Promise<string>;
  contentType: string;
}

const delaySeconds = [10, 30, 60, 120, 300, 600, 1_800, 3_600, 21_600, 86_400];
const waitSeconds = [0.1, 0.5, 1, 2, 5, 15, 60];

const Shown = z.object({
  kind: z.string(),
  isNew: z.boolean(),
  delayMs: z.number().nonnegative().nullable(),
});
const Refused = z.object({ kind: z.string() });
const Limited = z.object({ waitMs: z.number().nonnegative() });
const Answered = z.object({ status: z.number().int() });
const Failed = z.object({ task: z.string() });
const Ruled = z.object({ action: z.string() });

/**
 * The bot's figures for Prometheus, by prom-client. What happens is counted from the log's events, so
 * no use case knows of it; what is, is asked of the store. None is by server: there may be thousands.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counted = counters(registry);
  const show = gauges(registry);
  return {
    contentType: registry.contentType,
    counted(log) {
      const level =
        (name: keyof Log): Log[keyof Log] =>
        (fields, event) => {
          if (Object.hasOwn(counted, event)) counted[event]?.(fields);
          log[name](fields, event);
        };
      return {
        debug: level('debug'),
        info: level('info'),
        warn: level('warn'),
        error: level('error'),
      };
    },
    async text(present) {
      show(present);
      return registry.metrics();
    },
  };
}

/** What each event of the log counts. */
function counters(registry: Registry): Record<string, (fields: Record<string, unknown>) => void> {
  const registers = [registry];
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `wirethread_${name}`, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `wirethread_${name}`, help, buckets, registers });

  const polls = counter('polls_total', 'Feeds read, by their outcome', 'outcome');
  const messages = counter('messages_total', 'Messages posted, by what they are', 'kind');
  const edits = counter('edits_total', 'Messages edited, by what they are', 'kind');
  const refusals = counter('refusals_total', 'Calls that Discord refused, by why', 'kind');
  const requests = counter('discord_requests_total', "Discord's answers, by status", 'status');
  const failures = counter('task_failures_total', 'Tasks that failed and run again', 'task');
  const reports = counter('reports_total', 'Reports of readers, moderators and rules');
  const rulings = counter('rulings_total', 'Rulings of moderators, by what they do', 'action');
  const delays = histogram(
    'story_delay_seconds',
    'From a story’s publication to its message, of stories that were found within an hour',
    delaySeconds,
  );
  const waits = histogram(
    'rate_limit_wait_seconds',
    'How long a call waited for a rate limit of Discord, or would have',
    waitSeconds,
  );
  return {
    'feed.polled': () => polls.inc({ outcome: 'read' }),
    'feed.failed': () => polls.inc({ outcome: 'failed' }),
    'feed.lease-lost': () => polls.inc({ outcome: 'lost' }),
    'delivery.shown': (fields) => {
      const { kind, isNew, delayMs } = Shown.parse(fields);
      (isNew ? messages : edits).inc({ kind });
      if (delayMs !== null) delays.observe(delayMs / 1000);
    },
    'delivery.refused': (fields) => refusals.inc({ kind: Refused.parse(fields).kind }),
    'discord.rate-limited': (fields) => waits.observe(Limited.parse(fields).waitMs / 1000),
    'discord.answered': (fields) => requests.inc({ status: Answered.parse(fields).status }),
    'task.failed': (fields) => failures.inc({ task: Failed.parse(fields).task }),
    'case.reported': () => reports.inc(),
    'case.ruled': (fields) => rulings.inc({ action: Ruled.parse(fields).action }),
  };
}

function gauges(registry: Registry): (present: Present) => void {
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `wirethread_${name}`, help, labelNames, registers: [registry] });
  const waiting = gauge('deliveries_due', 'Messages that are due, by their priority', 'priority');
  const oldest = gauge('deliveries_oldest_seconds', 'How long the oldest due one has waited');
  const feeds = gauge('feeds', 'Feeds that channels follow');
  const failing = gauge('feeds_failing', 'Feeds whose last reading failed');
  const overdue = gauge('feeds_overdue', 'Feeds due for more than a minute');
  const discussions = gauge('discussions_open', 'Discussions that are followed');
  const cases = gauge('cases_open', 'Cases that wait for a ruling');
  const guilds = gauge('guilds', 'Servers of this process');
  const connected = gauge('gateway_connected', '1 while Discord’s gateway is connected');
  return ({ store, ...present }) => {
    for (const [priority, count] of Object.entries(store.due)) waiting.set({ priority }, count);
    oldest.set(store.oldestDueMs / 1000);
    feeds.set(store.feeds);
    failing.set(store.feedsFailing);
    overdue.set(store.feedsOverdue);
    discussions.set(store.discussionsOpen);
    cases.set(store.casesOpen);
    guilds.set(present.guilds);
    connected.set(present.isConnected ? 1 : 0);
  };
}
