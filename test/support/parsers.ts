import { createParserPool, poolDefaults } from '../../src/app/parser-pool.ts';
import { compiled } from './compiled.ts';

/** The compiled threads start five times as fast. */
export const testPool = {
  ...poolDefaults,
  program: compiled(new URL('../../src/app/parser-worker.ts', import.meta.url)),
};

/** One pool for all bots of a test process: its threads start once. */
export const parsers = createParserPool(testPool);
