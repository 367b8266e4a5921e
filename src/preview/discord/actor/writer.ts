import { accessOf, demand, demandOpenThread } from '../world/access.ts';
import type { Access } from '../world/access.ts';
import type { Draft } from '../world/compose.ts';
import type { Id, Message, Thread } from '../world/model.ts';
import { isThread } from '../world/model.ts';
import { openThreadFrom, removeChannel } from '../world/threads.ts';
import { hasPermission } from '../world/permissions.ts';
import { removeMessage, rewriteMessage, sendMessage } from '../world/posting.ts';
import { refusal } from '../world/refusal.ts';
import { archiveIdleThreads, changeThread } from '../world/thread-change.ts';
import type { ThreadPatch } from '../world/thread-change.ts';
import { demandThreadChange } from '../world/thread-rules.ts';
import { messageView } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { refusedMessageCreate } from '../rules/index.ts';
import { ActorRefused, attempt } from './refused.ts';
import type { MessageRef } from './visible.ts';
import { visibleMessage } from './visible.ts';

/** What a person writes and moderates, beside commands and components. */
export class Writer {
  readonly id: Id;
  protected readonly world: World;

  constructor(world: World, userId: Id) {
    this.world = world;
    this.id = userId;
  }

  private access(channelId: Id): Access {
    archiveIdleThreads(this.world);
    return accessOf(this.world, this.id, channelId);
  }

  /** Writes a message. This unarchives the thread, unless it is locked. */
  send(channelId: Id, text: string, more: { replyTo?: MessageRef } = {}): Message {
    const { replyTo } = more;
    const replied = replyTo && (typeof replyTo === 'string' ? replyTo : replyTo.id);
    const draft: Draft = {
      content: text,
      ...(replied ? { message_reference: { message_id: replied } } : {}),
    };
    const refused = refusedMessageCreate(draft);
    if (refused) throw new ActorRefused(refused.code, refused.message);
    return attempt(() => {
      this.access(channelId);
      const message = sendMessage(this.world, this.id, channelId, draft);
      return messageView(this.world, message, this.id);
    });
  }

  editOwn(ref: MessageRef, text: string): Message {
    return attempt(() => {
      const message = visibleMessage(this.world, this.id, ref);
      if (message.author.id !== this.id) throw refusal('notAuthor');
      const access = this.access(message.channel_id);
      demandOpenThread(access, 'edit');
      rewriteMessage(
        this.world,
        message,
        { content: text },
        hasPermission(access.bits, 'MentionEveryone'),
      );
      return messageView(this.world, message, this.id);
    });
  }

  /** Deletes an own message, or anyone's with Manage Messages; dismisses an ephemeral one. */
  deleteMessage(ref: MessageRef): void {
    attempt(() => {
      const message = visibleMessage(this.world, this.id, ref);
      if (this.world.ephemerals.delete(message.id)) return;
      const access = this.access(message.channel_id);
      if (message.author.id !== this.id) demand(access, 'ManageMessages');
      removeMessage(this.world, message);
    });
  }

  openThread(ref: MessageRef, name: string): Thread {
    return attempt(() => {
      const message = visibleMessage(this.world, this.id, ref);
      this.access(message.channel_id);
      return structuredClone(openThreadFrom(this.world, this.id, message, { name }));
    });
  }

  /** Changes a thread as its menu does. @throws ActorRefused without the right to */
  patchThread(threadId: Id, patch: ThreadPatch): void {
    attempt(() => {
      const access = this.access(threadId);
      const { channel } = access;
      if (!isThread(channel)) throw refusal('wrongChannelType');
      demandThreadChange(this.world, access, channel, patch);
      changeThread(this.world, channel, patch);
    });
  }

  private isArchived(threadId: Id): boolean {
    const channel = this.world.channels.get(threadId);
    return channel !== undefined && isThread(channel) && channel.thread_metadata.archived;
  }

  /** An archived thread is unarchived, locked and archived again, as the app does it. */
  lockThread(threadId: Id): void {
    const archived = this.isArchived(threadId);
    this.patchThread(threadId, archived ? { archived: false, locked: true } : { locked: true });
    if (archived) this.archiveThread(threadId);
  }

  unlockThread(threadId: Id): void {
    this.patchThread(
      threadId,
      this.isArchived(threadId) ? { archived: false, locked: false } : { locked: false },
    );
  }

  archiveThread(threadId: Id): void {
    this.patchThread(threadId, { archived: true });
  }

  unarchiveThread(threadId: Id): void {
    this.patchThread(threadId, { archived: false });
  }

  deleteThread(threadId: Id): void {
    attempt(() => {
      const access = this.access(threadId);
      if (!isThread(access.channel)) throw refusal('wrongChannelType');
      demand(access, 'ManageThreads');
      removeChannel(this.world, threadId);
    });
  }
}
