import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One import of a file, of types too: the path of a file of ours, or a package's name. */
export interface Import {
  from: string;
  to: string;
}

/** As prettier writes them: `import … from '…'`, `export … from '…'`, `import '…'`, `import('…')`. */
const specifier =
  /^(?:import|export)\b[^;'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm;

/** The imports written in a file's text. */
export function importsIn(file: string, text: string): Import[] {
  return [...text.matchAll(specifier)].map((found) => {
    const to = found[1] ?? found[2] ?? found[3] ?? '';
    return { from: file, to: to.startsWith('.') ? join(dirname(file), to) : packageOf(to) };
  });
}

/** `node:fs/promises` → `node:fs`, `cheerio/slim` → `cheerio`, `@scope/name/part` → `@scope/name`. */
function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/** Every TypeScript file below a folder of the project, and the imports in it. */
export function importsBelow(folder: string): Import[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => importsIn(file, readFileSync(file, 'utf8')));
}

/** The first circle of imports that is found, as a path that ends where it begins; `null` if none. */
export function circleIn(imports: readonly Import[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return null;
    path.push(node);
    for (const to of next.get(node) ?? []) {
      const circle = visit(to);
      if (circle) return circle;
    }
    path.pop();
    done.add(node);
    return null;
  };
  for (const node of next.keys()) {
    const circle = visit(node);
    if (circle) return circle;
  }
  return null;
}
