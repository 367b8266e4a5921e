import { createRequire } from 'node:module';
import type * as resvg from '@resvg/resvg-js';
import { errorText } from '../../core/errors.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Pictures } from '../../core/ports/pictures.ts';

/** Of the package: a machine may have no fonts, and then no text would be drawn. */
const fontFile = '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf';

/**
 * Draws with resvg, in a thread of its own library: the main one goes on meanwhile. The library has a
 * program for each common system, which npm installs with it.
 */
export function pictures(log: Log): Pictures {
  let drawing: Promise<typeof resvg | null> | null = null;
  const load = () => {
    drawing ??= import('@resvg/resvg-js').catch((error: unknown) => {
      const remedy = 'Charts are left out. Install the optional dependencies of @resvg/resvg-js.';
      log.warn({ error: errorText(error), remedy }, 'pictures.unavailable');
      return null;
    });
    return drawing;
  };
  return {
    async png(svg) {
      const library = await load();
      if (!library) return null;
      const drawn = await library.renderAsync(svg, {
        font: {
          fontFiles: [createRequire(import.meta.url).resolve(fontFile)],
          loadSystemFonts: false,
          defaultFontFamily: 'PT Sans',
        },
        fitTo: { mode: 'zoom', value: 2 },
        logLevel: 'off',
      });
      return drawn.asPng();
    },
  };
}
