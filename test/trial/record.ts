/** What the newspaper published and what people decided: what Discord must show at the end. */
export interface TrialRecord {
  /** In the order of publication. */
  stories: StoryRecord[];
  /** Numbers of the cases that readers were told about. */
  cases: Set<number>;
  rulings: number;
}

export interface StoryRecord {
  number: number;
  slug: string;
  version: number;
  withdrawn: boolean;
  /** In the order of publication. */
  comments: CommentRecord[];
  /** When it was published, epoch milliseconds. */
  at: number;
  /** What the paper says; `over`: the comment period ended. */
  discussion: 'open' | 'closed' | 'reopened' | 'over';
}

export interface CommentRecord {
  number: number;
  id: string;
  version: number;
  /** How many marks its current text has. */
  marks: number;
  /** The number of the comment that it answers. */
  parent: number | null;
  withdrawn: boolean;
  /** By channel, for those that moderators ruled on. */
  rulings: Map<string, Ruling>;
}

/**
 * `uncertain`: the process died before the moderator had an answer. `restored`: a removal was undone,
 * so its messages stand later than the comment's time says.
 */
export type Ruling = 'removed' | 'restored' | 'uncertain';

/** The messages of ours that Discord has, by where they stand. */
export interface Shown {
  channels: ShownChannel[];
  moderators: ShownMessage[];
}

export interface ShownChannel {
  id: string;
  name: string;
  /** Of a forum: its posts' first messages. */
  stories: ShownMessage[];
  threads: ShownThread[];
}

export interface ShownThread {
  /** Of the story's message, too. */
  id: string;
  name: string;
  locked: boolean;
  /** Oldest first, without a forum post's first message. */
  messages: ShownMessage[];
}

export interface ShownMessage {
  id: string;
  /** The channel or thread that it stands in. */
  channelId: string;
  /** Its text, its embeds' and its components'. */
  text: string;
}

/**
 * Something that is not as it must be. An `overtaken` story waited so long that the moderators were
 * told and later ones went on: it is printed, but nothing is wrong.
 */
export interface Fault {
  kind:
    | 'doubled'
    | 'lost'
    | 'swapped'
    | 'stale'
    | 'unlocked'
    | 'refused'
    | 'exited'
    | 'unsettled'
    | 'standstill'
    | 'disk'
    | 'overtaken';
  what: string;
  where: string;
  messageIds: string[];
}
