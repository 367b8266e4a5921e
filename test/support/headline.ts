import type { APIEmbed } from 'discord-api-types/v10';

/** The headline of a story's message: its embed's title, or else its text without the bold marks. */
export function headlineIn(
  message: { content: string; embeds: readonly APIEmbed[] } | null | undefined,
): string | undefined {
  const bold = /^\*\*(?<headline>.*)\*\*/u.exec(message?.content ?? '')?.groups?.['headline'];
  return message?.embeds[0]?.title ?? bold ?? message?.content;
}
