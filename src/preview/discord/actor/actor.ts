import type { Access } from '../world/access.ts';
import { accessOf } from '../world/access.ts';
import type { DirectAccess } from '../world/direct-messages.ts';
import { directOf } from '../world/direct-messages.ts';
import { isOffered } from '../world/command-offer.ts';
import { startInteraction } from '../world/interactions.ts';
import type { Use } from '../world/interactions.ts';
import type { Command, OpenModal } from '../world/interaction-model.ts';
import { commandTypes } from '../world/interaction-model.ts';
import type { Application, Id } from '../world/model.ts';
import { isThread } from '../world/model.ts';
import { hasPermission, isTimedOut } from '../world/permissions.ts';
import { archiveIdleThreads, changeThread } from '../world/thread-change.ts';
import { memberWithoutUser, messageView } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { waitFor } from '../wait-for.ts';
import { Answered } from './answer.ts';
import type { ModalValues } from './modal.ts';
import { modalData, pickedValues } from './modal.ts';
import { ActorRefused, attempt } from './refused.ts';
import { Resolved } from './resolved.ts';
import type { OptionValues, TypedCommand } from './slash.ts';
import { autocompleteData, slashData, typedCommand } from './slash.ts';
import type { MessageRef } from './visible.ts';
import { applicationOf, buttonOf, selectOf, visibleMessage } from './visible.ts';
import { Writer } from './writer.ts';

/** The line to the applications: who is on it, and how long a person waits (real milliseconds). */
export interface Line {
  isConnected: (applicationId: Id) => boolean;
  answerTimeoutMs: number;
}

/** A person at the keyboard: does only what Discord's app would let them do. */
export class Actor extends Writer {
  private readonly line: Line;
  private readonly here: Id | null;

  constructor(world: World, userId: Id, line: Line, here: Id | null = null) {
    super(world, userId);
    this.line = line;
    this.here = here;
  }

  /** The same person, with another channel or thread open: where commands are run. */
  at(channelId: Id): Actor {
    return new Actor(this.world, this.id, this.line, channelId);
  }

  private whereTyping(channelId: Id | undefined): Access {
    const id = channelId ?? this.here ?? this.firstChannel();
    return this.standing(id);
  }

  private firstChannel(): Id {
    for (const channel of this.world.channels.values()) {
      const guild = this.world.guilds.get(channel.guild_id);
      if (channel.type === 0 && guild?.members.has(this.id)) return channel.id;
    }
    throw new ActorRefused(10003, 'There is no channel to be in');
  }

  /** @throws ActorRefused 10003 or 50001, or during a time-out */
  private standing(channelId: Id): Access {
    archiveIdleThreads(this.world);
    const access = attempt(() => accessOf(this.world, this.id, channelId));
    if (isTimedOut(access.member, this.world.now())) {
      throw new ActorRefused(50013, 'A member in time-out cannot use commands or components');
    }
    this.unarchive(access);
    return access;
  }

  /** As {@link standing}, in a private channel too. */
  private place(channelId: Id): Access | DirectAccess {
    return directOf(this.world, this.id, channelId) ?? this.standing(channelId);
  }

  /**
   * Discord's app unarchives a thread before anything is used in it, if the person may.
   * @see https://github.com/discord/discord-api-docs/issues/8474
   */
  private unarchive({ channel, bits }: Access): void {
    if (!isThread(channel)) return;
    const { archived, locked } = channel.thread_metadata;
    if (!archived || locked || !hasPermission(bits, 'SendMessagesInThreads')) return;
    changeThread(this.world, channel, { archived: false });
  }

  /** The commands shown to this person in a channel. */
  private offered(access: Access): Command[] {
    const { guild, bits } = access;
    return [...this.world.commands.values()].filter((command) => {
      const application = this.world.applications.get(command.application_id);
      const installed = application && guild.members.has(application.botUserId);
      return installed && isOffered(command, bits);
    });
  }

  private typed(text: string, access: Access): TypedCommand {
    try {
      return typedCommand(text, this.offered(access));
    } catch (error) {
      const hidden = typedCommand(text, [...this.world.commands.values()]);
      throw new ActorRefused(
        50013,
        `/${hidden.command.name} is not offered to this member in this channel`,
        { cause: error },
      );
    }
  }

  private application(id: Id): Application {
    const application = this.world.applications.get(id);
    if (!application) throw new ActorRefused(10002, 'Unknown Application');
    return application;
  }

  /** Uses it and waits for the application's first answer. @throws ActorRefused when none comes */
  private async use(use: Use): Promise<Answered> {
    const { name, id } = use.application;
    if (!this.line.isConnected(id)) {
      throw new ActorRefused(0, `${name} did not respond: it is not connected to the gateway`);
    }
    const interaction = startInteraction(this.world, use);
    try {
      await waitFor(this.world, () => interaction.answer !== null, {
        timeoutMs: this.line.answerTimeoutMs,
      });
    } catch (error) {
      const why = interaction.refused ? `: its answer was refused, ${interaction.refused}` : '';
      throw new ActorRefused(0, `${name} did not respond to the ${use.kind}${why}`, {
        cause: error,
      });
    }
    return new Answered(this.world, interaction);
  }

  /** Sends a slash command, `/feed source add`, in `channel` (else where the person is). */
  async run(
    text: string,
    options: OptionValues = {},
    how: { channel?: Id } = {},
  ): Promise<Answered> {
    const access = this.whereTyping(how.channel);
    const typed = this.typed(text, access);
    const data = slashData(typed, options, new Resolved(this.world, access.guild, this.id));
    const application = this.application(typed.command.application_id);
    const commandType = commandTypes.slash;
    return this.use({ kind: 'command', application, access, data, source: null, commandType });
  }

  /** Types into the option `focused` and gets the suggestions. */
  async autocomplete(
    text: string,
    options: OptionValues,
    focused: string,
    how: { channel?: Id } = {},
  ): Promise<Answered> {
    const access = this.whereTyping(how.channel);
    const typed = this.typed(text, access);
    const resolved = new Resolved(this.world, access.guild, this.id);
    const data = autocompleteData(typed, options, focused, resolved);
    const application = this.application(typed.command.application_id);
    const commandType = commandTypes.slash;
    return this.use({ kind: 'autocomplete', application, access, data, source: null, commandType });
  }

  /** Uses a command of a message's context menu ("Apps"). */
  async messageCommand(name: string, ref: MessageRef): Promise<Answered> {
    const message = visibleMessage(this.world, this.id, ref);
    const access = this.standing(message.channel_id);
    const view = messageView(this.world, message, this.id);
    const member = access.guild.members.get(message.author.id);
    const resolved = {
      messages: {
        [message.id]: { ...view, ...(member ? { member: memberWithoutUser(member) } : {}) },
      },
    };
    return this.contextMenu(name, commandTypes.message, access, message.id, resolved);
  }

  /** Uses a command of a member's context menu. */
  async userCommand(name: string, userId: Id, how: { channel?: Id } = {}): Promise<Answered> {
    const access = this.whereTyping(how.channel);
    const resolved = new Resolved(this.world, access.guild, this.id);
    resolved.pick('user', userId);
    const found = resolved.field()['resolved'] as object;
    return this.contextMenu(name, commandTypes.user, access, userId, found);
  }

  private async contextMenu(
    name: string,
    commandType: number,
    access: Access,
    target: Id,
    resolved: object,
  ): Promise<Answered> {
    const command = this.offered(access).find(
      (one) => one.name === name && one.type === commandType,
    );
    if (!command) throw new ActorRefused(10063, `"${name}" is not offered here`);
    const data = { id: command.id, name, type: commandType, target_id: target, resolved };
    const application = this.application(command.application_id);
    return this.use({ kind: 'command', application, access, data, source: null, commandType });
  }

  /** Clicks a button, found by its custom_id or its label. */
  async click(ref: MessageRef, customIdOrLabel: string): Promise<Answered> {
    const source = visibleMessage(this.world, this.id, ref);
    const access = this.place(source.channel_id);
    const button = buttonOf(source, customIdOrLabel);
    const data = { custom_id: button.custom_id, component_type: 2, id: button.id };
    const application = applicationOf(this.world, source);
    return this.use({ kind: 'component', application, access, data, source, commandType: null });
  }

  /** Picks values of a select menu, named by its custom_id. */
  async select(
    ref: MessageRef,
    customId: string,
    values: string | readonly string[],
  ): Promise<Answered> {
    const source = visibleMessage(this.world, this.id, ref);
    const access = this.standing(source.channel_id);
    const menu = selectOf(source, customId);
    const resolved = new Resolved(this.world, access.guild, this.id);
    const picked = pickedValues(menu, [values].flat(), resolved, (menu.min_values ?? 1) > 0);
    const data = {
      custom_id: menu.custom_id,
      component_type: menu.type,
      id: menu.id,
      values: picked,
      ...resolved.field(),
    };
    const application = applicationOf(this.world, source);
    return this.use({ kind: 'component', application, access, data, source, commandType: null });
  }

  /** Fills in and sends a modal that this person was shown; fields left out keep their preset. */
  async submitModal(shown: OpenModal | Answered, values: ModalValues): Promise<Answered> {
    const modal = shown instanceof Answered ? shown.modal : shown;
    if (!modal) throw new ActorRefused(50035, 'No modal was opened');
    const opener = this.world.interactions.get(modal.id);
    if (opener?.userId !== this.id) throw new ActorRefused(10062, 'This modal is not before them');
    const access = this.place(opener.channelId);
    const guild = 'direct' in access ? null : access.guild;
    const resolved = new Resolved(this.world, guild, this.id);
    const data = modalData(modal, values, resolved);
    const { sourceMessageId, commandType } = opener;
    const source =
      sourceMessageId === null ? null : visibleMessage(this.world, this.id, sourceMessageId);
    const application = this.application(opener.applicationId);
    const triggering = opener;
    return this.use({ kind: 'modal', application, access, data, source, commandType, triggering });
  }
}
