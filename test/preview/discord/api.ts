import type { Stage } from './stage.ts';

export interface Reply {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
}

/** Calls the API as a bot does, without discord.js. */
export function apiOf(here: Stage, token: string | null = here.bot.token) {
  return async (method: string, path: string, body?: unknown): Promise<Reply> => {
    const response = await fetch(`${here.discord.url}/v10${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bot ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
      headers: response.headers,
    };
  };
}
