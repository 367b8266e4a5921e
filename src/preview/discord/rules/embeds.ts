import { required } from './error-messages.ts';
import { isDictionary, isGiven, listAt, textAt } from './reading.ts';
import type { Dictionary } from './reading.ts';
import type { Complaints, Path } from './refused.ts';

/** Over the titles, descriptions, fields, footers and authors of all embeds of a message. */
const mostCharacters = 6000;

/** What Discord asks of embeds beyond its description: 6000 characters in all, and something to show in each. */
export function checkEmbeds(body: Dictionary, path: Path, complaints: Complaints): void {
  let characters = 0;
  for (const [at, embed] of listAt(body, 'embeds').entries()) {
    if (!isDictionary(embed)) continue;
    const here = [...path, 'embeds', at];
    characters += charactersOf(embed);
    checkFields(embed, here, complaints);
    if (!showsSomething(embed)) complaints.add([...here, 'description'], required);
    const author = embed['author'];
    if (isDictionary(author) && textAt(author, 'name').trim() === '') {
      complaints.add([...here, 'author', 'name'], required);
    }
  }
  if (characters > mostCharacters) {
    complaints.add([...path, 'embeds'], {
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${mostCharacters}`,
    });
  }
}

function checkFields(embed: Dictionary, path: Path, complaints: Complaints): void {
  for (const [at, field] of listAt(embed, 'fields').entries()) {
    if (!isDictionary(field)) continue;
    for (const key of ['name', 'value']) {
      if (typeof field[key] === 'string' && textAt(field, key).trim() === '') {
        complaints.add([...path, 'fields', at, key], required);
      }
    }
  }
}

function charactersOf(embed: Dictionary): number {
  const { footer, author } = embed;
  let characters = textAt(embed, 'title').length + textAt(embed, 'description').length;
  if (isDictionary(footer)) characters += textAt(footer, 'text').length;
  if (isDictionary(author)) characters += textAt(author, 'name').length;
  for (const field of listAt(embed, 'fields')) {
    if (isDictionary(field))
      characters += textAt(field, 'name').length + textAt(field, 'value').length;
  }
  return characters;
}

function showsSomething(embed: Dictionary): boolean {
  return (
    textAt(embed, 'title').trim() !== '' ||
    textAt(embed, 'description').trim() !== '' ||
    listAt(embed, 'fields').length > 0 ||
    ['image', 'thumbnail', 'video', 'author', 'footer'].some((part) => isGiven(embed[part]))
  );
}
