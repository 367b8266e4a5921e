import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rooms as allRooms } from './import-table.ts';

const map = readFileSync('src/README.md', 'utf8');
/** The table's rows by their room, `core` or `commands`: its cells after the name. */
const rows = new Map(
  [...map.matchAll(/^\| \[`(?:\.\.\/)?(\w+)\/`\]\(.*?\) +\|(.*)\|$/gm)].map(([, room, cells]) => [
    room,
    cells?.split('|').map((cell) => cell.trim()) ?? [],
  ]),
);

/** A path as the table names it: `src/core/story/` → `core/story`. */
const named = (path: string) => path.replace(/^src\//, '').replace(/\/$/, '');

test('the map in src/README.md lists every room with what it may import', () => {
  const rooms = Object.entries(allRooms).filter(([room]) => /^(?:src\/)?\w+\/$/.test(room));
  expect(new Set(rows.keys())).toEqual(new Set(rooms.map(([room]) => named(room))));
  for (const [room, { ours }] of rooms) {
    if (named(room) === 'preview' || named(room) === 'app') continue; // in words there
    const listed = rows.get(named(room))?.[1]?.split(', ') ?? [];
    const allowed = ours.map(named).filter((name) => !name.startsWith('newsroom/'));
    expect(listed.filter((name) => name !== '–').toSorted(), room).toEqual(allowed.toSorted());
  }
});

test('every function that the map names on a way is in the file that the map links', () => {
  const steps = [...map.matchAll(/^\d+\. `(\w+)`.* · \[.*\]\((.+)\)$/gm)];
  expect(steps.length).toBeGreaterThan(30);
  for (const [, name, path] of steps) {
    const text = readFileSync(join('src', path ?? ''), 'utf8');
    expect(text, `${name} in ${path}`).toMatch(new RegExp(`\\b(?:function|const) ${name}\\b`));
  }
});

test('every link of the map leads to a file or a folder', () => {
  const links = [...map.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path ?? '');
  expect(links.filter((path) => !existsSync(join('src', path)))).toEqual([]);
});
