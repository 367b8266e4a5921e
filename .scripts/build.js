import { compile } from './compile.js';

try {
  compile();
} catch (error) {
  process.stderr.write(`wirethread: ${error.message}\n`);
  process.exit(1);
}
