import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has had at once, in MB. Linux counts into `maxRSS` also what the
 * process that started this one had (`getrusage` keeps it over `execve`), so what belongs to this
 * program alone is read where Linux tells it: `VmHWM` in proc(5).
 */
export function peakMemoryMb(): number {
  return (statusKb('VmHWM') ?? process.resourceUsage().maxRSS) / 1024;
}

function statusKb(name: string): number | null {
  if (process.platform !== 'linux') return null;
  const status = readFileSync('/proc/self/status', 'utf8');
  const [, kb] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
  return kb === undefined ? null : Number(kb);
}
