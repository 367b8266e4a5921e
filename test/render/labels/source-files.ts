import { readdir, readFile } from 'node:fs/promises';

const root = new URL('../../../', import.meta.url);

/** The text of each source file of the bot, but for the labels themselves. */
export async function sourceFiles(): Promise<string[]> {
  const files: string[] = [];
  for (const room of ['src/', 'commands/']) {
    const found = await readdir(new URL(room, root), { recursive: true });
    files.push(...found.filter((path) => path.endsWith('.ts')).map((path) => `${room}${path}`));
  }
  const texts = files.filter((path) => !/^src\/render\/labels\/(?:\w\w\/|\w\w\.ts)/u.test(path));
  return Promise.all(texts.map((path) => readFile(new URL(path, root), 'utf8')));
}
