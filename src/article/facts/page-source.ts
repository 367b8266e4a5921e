/** How much of the source around a place is read, in characters. */
export const around = 3_000;
export const longestValue = 500;
const mostPlaces = 6;

const quoted = `["'\u0060]([^"'\u0060<>\\s]{1,${longestValue}})["'\u0060]`;

/** The text that a script's object gives a name, as in `host: "…"` or `"host":"…"`. */
export function given(script: string, name: string): string | undefined {
  return new RegExp(`\\b${name}["']?\\s{0,9}[:=]\\s{0,9}${quoted}`, 'u')
    .exec(script)?.[1]
    ?.replaceAll(String.raw`\/`, '/');
}

export function numberGiven(script: string, name: string): string | undefined {
  return new RegExp(`\\b${name}["']?\\s{0,9}[:=]\\s{0,9}["']?(\\d{1,18})\\b`, 'u').exec(
    script,
  )?.[1];
}

/** A script up to its end, without its commented lines: instructions leave options there. */
export function ownScript(text: string): string {
  const [script = ''] = text.split(/<\/script/iu);
  return script.replaceAll(/(?<![^\s,;{])\/\/[^\n]*/gu, '');
}

/** The attributes of the tag that a place of the source stands in; none when it stands in no tag. */
export function tagAt(source: string, at: number): Record<string, string> {
  const from = at < 0 ? -1 : source.lastIndexOf('<', at);
  const to = at < 0 ? -1 : source.indexOf('>', at);
  const attributes: Record<string, string> = {};
  if (from < 0 || to < 0 || at - from > around || to - at > around) return attributes;
  const tag = source.slice(from, to);
  for (const [, name = '', double, single, bare] of tag.matchAll(
    /\s([a-z][\w:-]{0,40})(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/giu,
  )) {
    const value = (double ?? single ?? bare ?? '').slice(0, longestValue).replaceAll('&amp;', '&');
    attributes[name.toLowerCase()] ??= value;
  }
  return attributes;
}

/** Finds marks in a page's source in one pass, whatever their case. */
export class MarkSearch {
  private readonly any: RegExp;

  /** In lower case. */
  constructor(marks: readonly string[]) {
    const parts = marks.map((mark) => mark.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`));
    this.any = new RegExp(parts.join('|'), 'gi');
  }

  /** The first places of each mark. */
  placesIn(source: string): ReadonlyMap<string, readonly number[]> {
    const places = new Map<string, number[]>();
    for (const { 0: mark, index } of source.matchAll(this.any)) {
      const known = places.get(mark.toLowerCase()) ?? [];
      if (known.length === 0) places.set(mark.toLowerCase(), known);
      if (known.length < mostPlaces) known.push(index);
    }
    return places;
  }
}
