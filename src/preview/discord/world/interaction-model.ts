import type { APIMessageInteractionMetadata } from 'discord-api-types/v10';
import type { Component, Id } from './model.ts';

export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export type InteractionKind = keyof typeof interactionTypes;

/** A modal as the person sees it. `id` is the interaction it answered. */
export interface OpenModal {
  id: Id;
  custom_id: string;
  title: string;
  components: Component[];
  /** The inputs in the order shown, out of their rows and labels. */
  fields: Component[];
  /** Heading of each input by its custom_id: the Label's text, else the input's own. */
  labels: Record<string, string>;
}

export interface Choice {
  name: string;
  value: string | number;
}

/** What the application first answered. */
export type InteractionAnswer =
  | { kind: 'reply'; messageId: Id; ephemeral: boolean }
  | { kind: 'deferred'; messageId: Id; ephemeral: boolean }
  | { kind: 'update'; messageId: Id; ephemeral: boolean }
  | { kind: 'modal'; modal: OpenModal }
  | { kind: 'choices'; choices: Choice[] };

export interface Interaction {
  id: Id;
  token: string;
  kind: InteractionKind;
  applicationId: Id;
  userId: Id;
  /** `null` in a private channel. */
  guildId: Id | null;
  channelId: Id;
  createdMs: number;
  /** The message whose component was used, also for a modal that such a component opened. */
  sourceMessageId: Id | null;
  commandType: number | null;
  /** `interaction_metadata` of the messages that answer it. */
  metadata: APIMessageInteractionMetadata;
  answer: InteractionAnswer | null;
  /** Why the application's last answer was refused, `null` while none was. */
  refused: string | null;
  /** What `@original` means: a reply of its own, or the message that the component is on. */
  originalId: Id | null;
  /** True from a deferral until the first edit or follow-up. */
  waiting: boolean;
}

/** How long an application may take to answer first, and how long its token lives after. */
export const answerWithinMs = 3_000;
export const tokenLifeMs = 15 * 60_000;

export const commandTypes = { slash: 1, user: 2, message: 3 } as const;

export interface CommandOption {
  type: number;
  name: string;
  description?: string;
  required?: boolean;
  choices?: Choice[];
  options?: CommandOption[];
  autocomplete?: boolean;
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  channel_types?: number[];
}

export interface Command {
  id: Id;
  application_id: Id;
  version: Id;
  type: number;
  name: string;
  name_localizations: Record<string, string> | null;
  description: string;
  description_localizations: Record<string, string> | null;
  options?: CommandOption[];
  default_member_permissions: string | null;
  dm_permission: boolean;
  contexts: number[] | null;
  integration_types: number[];
  nsfw: boolean;
}
