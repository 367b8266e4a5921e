import { errorText } from '../core/errors.ts';
import { startHubServer } from '../edge/http/hub-server.ts';
import type { ListenAddress, Listening } from '../edge/http/listening.ts';
import { confirmHub, isHubCallback, onHubNews } from '../newsroom/feeds/hubs.ts';
import type { Ports } from '../newsroom/ports.ts';

/** Where hubs reach the bot. */
export interface HubOptions {
  /** Without a slash at its end. */
  publicUrl: string;
  listen: ListenAddress;
}

/** Listens for what hubs tell of feeds. @throws Error for the operator when the address cannot be listened at */
export async function listenToHubs(
  ports: Omit<Ports, 'discord'>,
  { listen }: HubOptions,
): Promise<Listening> {
  try {
    return await startHubServer(
      listen,
      {
        isKnown: (feedId, token) => isHubCallback(ports, feedId, token),
        confirm: (feedId, token, query) => confirmHub(ports, feedId, token, query),
        news: (feedId, token, signed) => onHubNews(ports, feedId, token, signed),
      },
      ports.log,
    );
  } catch (error) {
    throw new Error(
      `Wirethread cannot listen for hubs at ${listen.host}:${listen.port} (${errorText(error)}). Give another address as "publicListen" in the configuration or PUBLIC_LISTEN in the environment, or remove "publicUrl".`,
      { cause: error },
    );
  }
}
