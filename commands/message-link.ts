const linkForm =
  /^https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/(\d{15,20})\/(\d{15,20})\/(\d{15,20})\/?$/;

/** The message that a link of this server leads to; `null` for any other text. */
export function linkedMessage(
  text: string,
  guildId: string,
): { channelId: string; messageId: string } | null {
  const [, guild, channelId = '', messageId = ''] = linkForm.exec(text.trim()) ?? [];
  return guild === guildId ? { channelId, messageId } : null;
}
