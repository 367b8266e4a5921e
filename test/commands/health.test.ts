import { Locale } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { anEdition, aStory } from '../support/editions.ts';
import { type Newsroom, stageNewsroom } from '../support/newsroom.ts';

let newsroom: Newsroom;
afterEach(() => newsroom.close());

test('/health says that all is well, and then what is wrong, in the language of who asks', async () => {
  newsroom = await stageNewsroom({ edition: anEdition(aStory()) });
  await newsroom.quiet();
  const { discord, news, moderatorsChannel } = newsroom;
  const ownerId = discord.guilds()[0]?.ownerId ?? '';
  const ask = async () => {
    const answer = await discord.actor(ownerId).at(moderatorsChannel).run('/health');
    return (await answer.settled())?.content ?? '';
  };
  expect(await ask()).toMatch(/^All is well/);
  discord.setOverwrite(news, { id: newsroom.botUserId, kind: 'member', deny: ['EmbedLinks'] });
  discord.setLocale(ownerId, Locale.German);
  const said = await ask();
  expect(said).toMatch(
    /^1 Punkt braucht deine Aufmerksamkeit:\n- In <#\d+> fehlen dem Bot Rechte: /,
  );
  expect(said).toContain(`<#${news}>`);
});
