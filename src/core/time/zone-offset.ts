import { minuteMs } from './duration.ts';
import { isZone, wallMinutes } from './wall-clock.ts';

/**
 * Minutes east of UTC of a zone, given by abbreviation ("EDT", "CEST"), by region ("ET"), or by IANA
 * name; `null` for an unknown zone. `wallMs` is the local time as if it were UTC: it decides whether
 * summer time applies. An abbreviation that several countries use has the meaning of RFC 822 or of the
 * larger press ("CST" is Chicago, "IST" is India). Single letters other than J have no reliable
 * meaning (RFC 2822, section 4.3) and count as UTC.
 */
export function zoneOffsetMinutes(zone: string, wallMs: number): number | null {
  const name = zone.toLowerCase();
  if (/^[a-z]$/.test(name)) return name === 'j' ? null : 0;
  const fixed = offsets.get(name);
  if (fixed !== undefined) return fixed;
  const region = regions.get(name) ?? (name.includes('/') ? name : null);
  return region === null ? null : regionOffset(region, wallMs);
}

function regionOffset(region: string, wallMs: number): number | null {
  if (!isZone(region)) return null;
  const firstGuess = offsetAt(region, wallMs);
  return offsetAt(region, wallMs - firstGuess * minuteMs);
}

function offsetAt(region: string, instant: number): number {
  return wallMinutes(region, instant) - Math.floor(instant / minuteMs);
}

const regions = new Map([
  ['et', 'America/New_York'],
  ['ct', 'America/Chicago'],
  ['mt', 'America/Denver'],
  ['pt', 'America/Los_Angeles'],
]);

const offsets = new Map(
  Object.entries({
    gmt: 0,
    utc: 0,
    ut: 0,
    wet: 0,
    west: 60,
    bst: 60,
    cet: 60,
    met: 60,
    mez: 60,
    wat: 60,
    cest: 120,
    mest: 120,
    mesz: 120,
    eet: 120,
    cat: 120,
    sast: 120,
    eest: 180,
    msk: 180,
    eat: 180,
    gst: 240,
    pkt: 300,
    ist: 330,
    npt: 345,
    bdt: 360,
    ict: 420,
    wib: 420,
    hkt: 480,
    sgt: 480,
    pht: 480,
    awst: 480,
    jst: 540,
    kst: 540,
    acst: 570,
    acdt: 630,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
    brt: -180,
    art: -180,
    nst: -210,
    ndt: -150,
    ast: -240,
    adt: -180,
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    akst: -540,
    akdt: -480,
    hst: -600,
  }),
);
