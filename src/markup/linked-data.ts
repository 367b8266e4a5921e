/** What a JSON-LD block says, without the marks that old pages put around it; `null` when it is broken. */
export function parsedLinkedData(script: string): unknown {
  const json = script
    .trim()
    .replace(/^(?:<!--|\/\/ ?<!\[CDATA\[|<!\[CDATA\[)/u, '')
    .replace(/(?:-->|\/\/ ?\]\]>|\]\]>)$/u, '');
  for (const attempt of [json, json.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      continue;
    }
  }
  return null;
}
