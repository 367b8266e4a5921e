import { describe, expect, test } from 'vitest';
import { folderOf, objection, roomOf } from './import-table.ts';
import { circleIn, type Import, importsBelow, importsIn } from './imports.ts';

const imports = ['src', 'commands', 'config'].flatMap(importsBelow);
const files = imports.filter(({ to }) => to.endsWith('.ts'));
/** Folders of a room count as one each; files beside them stand for themselves. */
const betweenFolders = (all: readonly Import[]) =>
  all
    .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))
    .filter(({ from, to }) => from !== to);
const betweenRooms = (all: readonly Import[]) =>
  all
    .map(({ from, to }) => ({ from: roomOf(from) ?? from, to: roomOf(to) ?? to }))
    .filter(({ from, to }) => from !== to);

test('every import of the project is allowed by the import table', () => {
  expect(imports.length).toBeGreaterThan(1000);
  expect(imports.map(objection).filter((words) => words !== null)).toEqual([]);
});

test('no files import each other in a circle, type imports included', () => {
  expect(circleIn(files)).toBeNull();
});

test('no folders of a room import each other in a circle', () => {
  expect(circleIn(betweenFolders(files))).toBeNull();
});

test('no rooms import each other in a circle', () => {
  expect(circleIn(betweenRooms(files))).toBeNull();
});

describe('what must not be is found', () => {
  const plant = (file: string, text: string) => importsIn(file, text).map(objection);

  test('an import that the table does not allow is refused with the rule named', () => {
    const [words] = plant('src/core/story.ts', "import { Agent } from 'undici';");
    expect(words).toBe(
      'src/core/story.ts imports undici: src/core/ may import discord-api-types, zod only.',
    );
  });

  test('a type-only import counts as an import', () => {
    const planted = "import type { Newsroom } from '../newsroom/ports.ts';";
    expect(plant('src/core/story.ts', planted)).not.toEqual([null]);
    const inline = "const ports: import('../newsroom/ports.ts').Ports;";
    expect(plant('src/core/story.ts', inline)).not.toEqual([null]);
  });

  test('a package whose name begins like an allowed one is refused', () => {
    expect(plant('src/core/story.ts', "import { z } from 'zod-extra';")).not.toEqual([null]);
    expect(plant('src/core/story.ts', "import { z } from 'zod/v4';")).toEqual([null]);
  });

  test('a file that belongs to no room is refused', () => {
    expect(plant('lib/story.ts', "import { z } from 'zod';")).toEqual([
      'lib/story.ts belongs to no room.',
    ]);
  });

  test('an import written over several lines is found', () => {
    const planted = "import {\n  type A,\n  b,\n} from '../newsroom/ports.ts';\n";
    expect(importsIn('src/core/story.ts', planted)).toEqual([
      { from: 'src/core/story.ts', to: 'src/newsroom/ports.ts' },
    ]);
  });

  test('a circle of type imports is found', () => {
    const planted = [
      ...importsIn('src/core/story.ts', "import type { Feed } from './feed.ts';"),
      ...importsIn('src/core/feed.ts', "export type { Story } from './story.ts';"),
    ];
    expect(circleIn(planted)).toEqual([
      'src/core/story.ts',
      'src/core/feed.ts',
      'src/core/story.ts',
    ]);
  });

  test('a circle of folders is found even when no files form one', () => {
    const planted = [
      { from: 'src/core/story/a.ts', to: 'src/core/feed/b.ts' },
      { from: 'src/core/feed/c.ts', to: 'src/core/story/d.ts' },
    ];
    expect(circleIn(planted)).toBeNull();
    expect(circleIn(betweenFolders(planted))).toEqual([
      'src/core/story/',
      'src/core/feed/',
      'src/core/story/',
    ]);
  });
});
