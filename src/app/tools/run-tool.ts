import type { OperatorTool } from '../../core/operator-tool.ts';
import { backUp } from './back-up.ts';
import { doctor } from './doctor.ts';
import { exportToFile } from './export-server.ts';
import { importFromFile } from './import-server.ts';
import { migrateStore } from './migrate-store.ts';
import { noteRestored, restore } from './restore.ts';
import type { ToolContext } from './tool-context.ts';

/**
 * Does what a command asks for. Returns the exit code: 0, or 1 when something needs attention.
 * @throws an error whose message is for the operator
 */
export async function runTool(tool: OperatorTool, context: ToolContext): Promise<number> {
  switch (tool.name) {
    case 'backup':
      await backUp(tool.file, context);
      return 0;
    case 'restore':
      await restore(tool.file, context);
      return 0;
    case 'restored':
      await noteRestored(tool.takenAt, context);
      return 0;
    case 'doctor':
      return (await doctor(context)) === 0 ? 0 : 1;
    case 'migrate':
      await migrateStore(tool, context);
      return 0;
    case 'export':
      await exportToFile(tool, context);
      return 0;
    case 'import':
      await importFromFile(tool, context);
      return 0;
    default:
      return tool satisfies never;
  }
}
