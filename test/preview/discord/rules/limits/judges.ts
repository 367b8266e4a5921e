import {
  refusedChannelPatch,
  refusedCommands,
  refusedInteractionCallback,
  refusedMessageCreate,
  refusedThreadCreate,
  refusedWebhookExecute,
} from '../../../../../src/preview/discord/rules/index.ts';
import type { Judge } from './limit.ts';
export const create: Judge = (body) => refusedMessageCreate(body);
export const webhook: Judge = (body) => refusedWebhookExecute(body);
export const answer: Judge = (body) => refusedInteractionCallback(body);
export const post: Judge = (body) => refusedThreadCreate(body, 15);
export const inThread: Judge = (body) => refusedChannelPatch(body, 11);
export const inForum: Judge = (body) => refusedChannelPatch(body, 15);
export const inText: Judge = (body) => refusedChannelPatch(body, 0);

/** One command, in the list that a bot registers. */
export const command: Judge = (body) => refusedCommands([body]);
