import type { Application } from './model.ts';

const messageContentIntent = 1 << 15;
const guildMembersIntent = 1 << 1;

/** The application's public flags that show its privileged intents (the limited forms). */
export function applicationFlags(application: Application): number {
  let flags = 0;
  if (application.privilegedIntents & guildMembersIntent) flags |= 1 << 15;
  if (application.privilegedIntents & messageContentIntent) flags |= 1 << 19;
  return flags;
}
