import type { Visit } from './visit.ts';

/** Posts a message in the news channel as the bot, over REST alone: no bot need be connected. */
export async function sendThrough(here: Visit, body: object): Promise<string> {
  const response = await fetch(`${here.discord.url}/v10/channels/${here.news}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${here.bot.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { id } = (await response.json()) as { id: string };
  return id;
}
