import { DefaultRestOptions, type RESTOptions } from 'discord.js';

type MakeRequest = RESTOptions['makeRequest'];

/**
 * discord.js's way to Discord, with forms (messages with files) written out first. Its undici 6 sends
 * through the dispatcher that undici 7, which we fetch with, has set for the whole process; and that
 * one does not know Node's own `FormData` ("action is not a function").
 */
export const requestWithFiles: MakeRequest = async (url, init) => {
  const { body, headers } = init;
  if (!(body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const written = new Response(body);
  const type = written.headers.get('content-type') ?? 'multipart/form-data';
  return DefaultRestOptions.makeRequest(url, {
    ...init,
    headers: { ...headersOf(headers), 'content-type': type },
    body: new Uint8Array(await written.arrayBuffer()),
  });
};

function headersOf(headers: Parameters<MakeRequest>[1]['headers']): Record<string, string> {
  return Object.fromEntries(new Headers(headers as Record<string, string>));
}
