import { Refusal } from '../world/refusal.ts';

/** Discord, or its app, does not let the person do this. `code` is Discord's where it has one. */
export class ActorRefused extends Error {
  readonly code: number;

  constructor(code: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ActorRefused';
    this.code = code;
  }
}

/** Does what a person asked; a refusal becomes the person's. */
export function attempt<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const facts = error.errors ? ` ${JSON.stringify(error.errors)}` : '';
    throw new ActorRefused(error.code, `${error.message}${facts}`, { cause: error });
  }
}
