import type { Choice, Interaction, OpenModal } from '../world/interaction-model.ts';
import type { Message } from '../world/model.ts';
import { messageView } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { waitFor } from '../wait-for.ts';
import type { WaitOptions } from '../wait-for.ts';

export type AnswerKind = 'reply' | 'deferred' | 'update' | 'modal' | 'choices';

/** What an application answered to what a person did. */
export class Answered {
  readonly kind: AnswerKind;
  readonly ephemeral: boolean;
  readonly modal: OpenModal | null;
  readonly choices: readonly Choice[];
  readonly interactionId: string;
  private readonly world: World;
  private readonly interaction: Interaction;

  constructor(world: World, interaction: Interaction) {
    const { answer } = interaction;
    if (!answer) throw new Error('The interaction has no answer yet');
    this.world = world;
    this.interaction = interaction;
    this.interactionId = interaction.id;
    this.kind = answer.kind;
    this.ephemeral = 'ephemeral' in answer && answer.ephemeral;
    this.modal = answer.kind === 'modal' ? answer.modal : null;
    this.choices = answer.kind === 'choices' ? answer.choices : [];
  }

  /** The answer's message as it is now, the clicked one for an update; `null` without one. */
  get message(): Message | null {
    const id = this.interaction.originalId;
    if (!id) return null;
    const { world, interaction } = this;
    const found =
      world.ephemerals.get(id)?.message ?? world.messages.get(interaction.channelId)?.get(id);
    return found ? messageView(world, found) : null;
  }

  /**
   * Waits until a deferred answer is edited, followed up or deleted; at once for any other.
   * @throws when nothing came in `timeoutMs` (60,000)
   */
  async settled(options: WaitOptions = {}): Promise<Message | null> {
    await waitFor(this.world, () => !this.interaction.waiting, {
      what: 'the answer that was deferred',
      ...options,
    });
    return this.message;
  }
}
