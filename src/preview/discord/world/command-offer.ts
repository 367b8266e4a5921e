import type { Command } from './interaction-model.ts';
import { hasPermission } from './permissions.ts';

/** Whether Discord offers a command of an installed bot to a member with these permissions. */
export function isOffered(command: Command, bits: bigint): boolean {
  if (!hasPermission(bits, 'UseApplicationCommands')) return false;
  if (command.contexts !== null && !command.contexts.includes(0)) return false;
  if (!command.integration_types.includes(0)) return false;
  const needed = command.default_member_permissions;
  if (needed === null || hasPermission(bits, 'Administrator')) return true;
  // "0" means administrators only.
  return needed !== '0' && (bits & BigInt(needed)) === BigInt(needed);
}
