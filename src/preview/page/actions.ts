import { z } from 'zod';
import {
  type Actor,
  type Answered,
  type LocalDiscord,
  Locale,
  type OpenModal,
} from '../discord/index.ts';
import { BadRequest } from './json-body.ts';

const Id = z.string().regex(/^\d{1,21}$/);
const Name = z.string().min(1).max(200);
const Options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const Values = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()), z.boolean(), z.null()]),
);

/** What a person at the page can do; each is one method of the local Discord's actor. */
const Action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('send'), channel: Id, text: z.string(), replyTo: Id.optional() }),
  z.object({ do: z.literal('edit'), message: Id, text: z.string() }),
  z.object({ do: z.literal('delete'), message: Id }),
  z.object({ do: z.literal('openThread'), message: Id, name: Name }),
  z.object({
    do: z.enum(['lock', 'unlock', 'archive', 'unarchive', 'deleteThread']),
    thread: Id,
  }),
  z.object({ do: z.literal('click'), message: Id, customId: Name }),
  z.object({
    do: z.literal('select'),
    message: Id,
    customId: Name,
    values: z.array(z.string()).max(25),
  }),
  z.object({ do: z.literal('messageCommand'), message: Id, name: Name }),
  z.object({ do: z.literal('userCommand'), user: Id, name: Name, channel: Id }),
  z.object({ do: z.literal('run'), channel: Id, command: Name, options: Options }),
  z.object({
    do: z.literal('autocomplete'),
    channel: Id,
    command: Name,
    options: Options,
    focused: Name,
  }),
  z.object({ do: z.literal('submitModal'), modal: Id, values: Values }),
]);
type Action = z.infer<typeof Action>;

/** What the browser receives after an action. */
export interface Outcome {
  answer: Pick<Answered, 'kind' | 'ephemeral' | 'modal' | 'choices'> | null;
}

/** Beyond this number the oldest open modals are dropped. */
const mostModals = 200;

/** Performs the actions of the page's visitors, each as the person that the visitor plays. */
export class Actions {
  private readonly discord: LocalDiscord;
  private readonly personIds: ReadonlySet<string>;
  private readonly modals = new Map<string, OpenModal>();

  constructor(discord: LocalDiscord, personIds: readonly string[]) {
    this.discord = discord;
    this.personIds = new Set(personIds);
  }

  /**
   * @throws BadRequest for a body that names no act or a person who is none of the page's
   * @throws ActorRefused for what Discord does not let them do
   */
  async perform(body: unknown): Promise<Outcome> {
    const person = z.object({ as: Id, locale: z.enum(Locale).optional() }).safeParse(body);
    if (!person.success || !this.personIds.has(person.data.as)) {
      throw new BadRequest('The page does not know this person.');
    }
    const { as: personId, locale } = person.data;
    if (locale) this.discord.setLocale(personId, locale);
    const act = Action.safeParse(body);
    if (!act.success) {
      throw new BadRequest(`The page asked for something odd: ${z.prettifyError(act.error)}`);
    }
    const answered = await this.done(this.discord.actor(personId), act.data);
    if (!answered) return { answer: null };
    const { kind, ephemeral, modal, choices } = answered;
    if (modal) this.saveModal(modal);
    return { answer: { kind, ephemeral, modal, choices } };
  }

  private async done(actor: Actor, act: Action): Promise<Answered | null> {
    switch (act.do) {
      case 'click':
        return actor.click(act.message, act.customId);
      case 'select':
        return actor.select(act.message, act.customId, act.values);
      case 'messageCommand':
        return actor.messageCommand(act.name, act.message);
      case 'userCommand':
        return actor.userCommand(act.name, act.user, { channel: act.channel });
      case 'run':
        return actor.run(act.command, act.options, { channel: act.channel });
      case 'autocomplete':
        return actor.autocomplete(act.command, act.options, act.focused, { channel: act.channel });
      case 'submitModal':
        return this.submit(actor, act.modal, act.values);
      case 'send':
        actor.send(act.channel, act.text, act.replyTo ? { replyTo: act.replyTo } : {});
        return null;
      case 'edit':
        actor.editOwn(act.message, act.text);
        return null;
      case 'delete':
        actor.deleteMessage(act.message);
        return null;
      case 'openThread':
        actor.openThread(act.message, act.name);
        return null;
      case 'lock':
      case 'unlock':
      case 'archive':
      case 'unarchive':
        actor[`${act.do}Thread`](act.thread);
        return null;
      case 'deleteThread':
        actor.deleteThread(act.thread);
        return null;
      default:
        return act satisfies never;
    }
  }

  private async submit(
    actor: Actor,
    modalId: string,
    values: z.infer<typeof Values>,
  ): Promise<Answered> {
    const modal = this.modals.get(modalId);
    if (!modal) throw new BadRequest('This form is no longer open. Open it again.', 410);
    const answered = await actor.submitModal(modal, values);
    this.modals.delete(modalId);
    return answered;
  }

  private saveModal(modal: OpenModal): void {
    this.modals.set(modal.id, modal);
    const [oldest] = this.modals.keys();
    if (oldest !== undefined && this.modals.size > mostModals) this.modals.delete(oldest);
  }
}
