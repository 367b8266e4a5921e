/** HTML or XML that is safe to send: made by `markup`, which escapes whatever is put into it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Content = Markup | string | number | readonly Content[] | null;

/**
 * A template of HTML or XML. Strings in it are escaped for text and quoted attributes alike,
 * lists are joined, `null` leaves nothing.
 */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = parts[0] ?? '';
  for (const [index, content] of contents.entries())
    text += written(content) + (parts[index + 1] ?? '');
  return new Markup(text);
}

function written(content: Content): string {
  if (content === null) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return content.map(written).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, lone surrogates and the two noncharacters: XML 1.0 (2.2) has no room for them. */
const unwritable = /[^\P{Cc}\t\n\r]|[\p{Cs}\ufffe\uffff]/gu;

function escaped(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** JSON for a `<script>` data block: no character in it can end the element. */
export function embeddedJson(value: unknown): Markup {
  return new Markup(
    JSON.stringify(value, null, 1).replace(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}
