/** What the bot needs in a channel of stories, by Discord's names. */
export const neededPermissions = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'ManageThreads',
  'ManageMessages',
  'EmbedLinks',
  'ReadMessageHistory',
] as const;

/** What its install link asks for: beside these, what makes it nicer. */
export const invitedPermissions = [...neededPermissions, 'AttachFiles', 'PinMessages'] as const;

/** Permissions as Discord's settings name them to people: "Send Messages, Embed Links". */
export function permissionWords(names: readonly string[]): string {
  return names
    .map((name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(' In ', ' in '))
    .join(', ');
}
