/**
 * Words or phrases in lower case. Related ones may share a group, which is one line:
 * `[['editing', 'edited'], ['editor']]` is a list of three.
 */
export type Words = readonly (string | readonly string[])[];

/** What a credit says that someone did; `other` is work without a role of its own, printed as written. */
export type Work =
  | 'byline'
  | 'reporting'
  | 'additionalReporting'
  | 'writing'
  | 'editing'
  | 'compiling'
  | 'photography'
  | 'research'
  | 'graphics'
  | 'illustration'
  | 'video'
  | 'translation'
  | 'other';

export type WordsByWork = Partial<Record<Work, Words>>;

/**
 * Everything that this program must know of one language to read newspapers in it. Every list is
 * optional: a new language may begin with its credit headings alone.
 */
export interface Language {
  /** The language's own names: "in Greek by" names a language, not a place. */
  called: Words;
  credits?: CreditWords;
  photos?: PhotoWords;
  jobs?: JobWords;
  houses?: HouseWords;
  names?: NameWords;
  calendar?: CalendarWords;
  datelines?: DatelineWords;
  sentences?: SentenceWords;
  boilerplate?: BoilerplateWords;
  comments?: CommentWords;
}

/** Credit lines: "Reporting by Ana Ruiz in Lagos; editing by Ben Cho". */
export interface CreditWords {
  /** Between a work and its people: "by". */
  by?: Words;
  /** Phrases at the start of a line that signs a story: "by", "a cura di". */
  signed?: Words;
  and?: Words;
  with?: Words;
  /** Before the place that a person worked from. */
  in?: Words;
  /** Before an employer or an edition. */
  for?: Words;
  /** Words that make reporting additional. */
  more?: Words;
  /** Those of the above that mean the same in a line of any language. */
  anywhere?: Partial<Record<'and' | 'with' | 'in' | 'for', Words>>;
  /** Work whose people follow after a word of `by` or a colon. */
  works?: WordsByWork;
  /** Work whose people may follow at once: "Reportage Ana Ruiz". */
  bare?: WordsByWork;
  /** Phrases that end in their own link: "with files from". */
  whole?: WordsByWork;
  /** What a person did to a story, after the name: "contributed to this report". */
  verbs?: WordsByWork;
  /** What may follow such a verb. */
  objects?: Words;
  /** Objects that are a story or a part of one: "report", "column". */
  storyNouns?: Words;
  /** Verbs that no credit has: a line with one is a sentence of the story. */
  proseVerbs?: Words;
}

/** Photo credits: "Foto: Ana Ruiz". */
export interface PhotoWords {
  /** Words for a picture. */
  pictures?: Words;
  /** Words for the credit itself: "courtesy", "source". */
  credits?: Words;
  /** Pictures whose photographer may follow without a link: "Foto Ana Ruiz". */
  bare?: Words;
  /** Between the picture and its photographer: "by". */
  links?: Words;
  /** Labels before what a picture shows: "image caption". */
  captions?: Words;
}

/** What people are called by besides their name. */
export interface JobWords {
  /** Nouns before or after a name: "correspondent". */
  titles?: Words;
  /** Titles after a name, with what `academicLinks` adds: "Professor of Law". */
  academic?: Words;
  academicLinks?: Words;
  /** Between a name and the job after it: "senior", "political". */
  modifiers?: Words;
}

/** Agencies, papers, desks and institutions: what is credited without being a person. */
export interface HouseWords {
  /** Whole names that mean no person: "agencies", "anonymous". */
  names?: Words;
  /** Last words of a house or a desk: "newsroom". */
  tails?: Words;
  /** First words of the same: "agence". */
  heads?: Words;
  /** Words that make a house wherever they are: "university". */
  institutions?: Words;
  /** Last words of papers that are hardly ever surnames: "gazette". */
  papers?: Words;
  /** Last words of papers that are surnames too: "post". */
  surnamePapers?: Words;
  /** Small words inside a house's name: "of". */
  inner?: Words;
}

/** Names of people and places. */
export interface NameWords {
  /** Small words inside a person's name: "van", "de la". */
  particles?: Words;
  /** Those of them that are set in lower case when a name in capitals is not. */
  lowered?: Words;
  /** Words that begin sentences and, alone, are no name: "Police". */
  none?: Words;
  /** Small words inside a place's name: "upon", "sur". */
  placeLinks?: Words;
  /**
   * Cities that datelines print without their country, as this language writes them. Those in Latin
   * letters are in `credits/names/place-names.ts`, since languages share most of them.
   */
  cities?: Words;
}

/** Dates, as datelines and pages print them. */
export interface CalendarWords {
  /** Twelve groups, January first; the full name, then other forms and abbreviations. */
  months?: readonly (readonly string[])[];
  /** Twelve groups: abbreviations that only dates have, since alone they are other words: "pro". */
  shortMonths?: readonly (readonly string[])[];
  /** Seven groups, Monday first. */
  weekdays?: readonly (readonly string[])[];
  /** Months or weekdays that are words or places as well: "may". */
  ambiguous?: Words;
  /** Between the day and the month: "5 de mayo". */
  links?: Words;
  /** Words of a date that say nothing: "at", "Uhr". */
  fillers?: Words;
  /** Before the date of a text: "updated". */
  dated?: Words;
}

export interface DatelineWords {
  /** Words in capitals that open a lead without being a place: "BREAKING — …". Written so here. */
  labels?: Words;
  /** Sections of a paper before a text: "culture · The ferry sank." */
  sections?: Words;
}

/** Where sentences end, and where a full stop ends none. Abbreviations are listed without their last stop. */
export interface SentenceWords {
  /** Abbreviations before a name or a number, in texts and in credit lines: "Dr.". */
  titles?: Words;
  /** Abbreviations in texts only, since people are called so: "Sen.", "max.". */
  prose?: Words;
  /** Abbreviations in credit lines only: "fot.". */
  credits?: Words;
  /** Abbreviations after a name, which may end a sentence: "Jr.". */
  suffixes?: Words;
  /** Other abbreviations that may end a sentence: "Inc.", "etc.". */
  closing?: Words;
  /** Abbreviations before a number only: "No. 5". */
  beforeNumber?: Words;
  /** First words of sentences: after them, the stop of a `closing` abbreviation ended one. */
  starts?: Words;
  /** What follows an ordinal written with a full stop: "am 5. Mai". */
  afterOrdinals?: Words;
}

/** What publishers add to a story. */
export interface BoilerplateWords {
  /** Buttons and links beside a byline: "follow", "text size". */
  controls?: Words;
  /** Beginnings of sentences and lines that are no part of the story: "Read more". */
  invitations?: Words;
  /** Beginnings of paragraphs of paywalls, registration and audio players. */
  walls?: Words;
  /** Words that are an invitation only as a whole line, with a count or without: "Comments (3)". */
  lone?: Words;
  /** Words at the very end of a text, without a sentence before them: "… continue reading". */
  endings?: Words;
  /** "The post … appeared first on …": its beginning and its middle, as written. */
  syndication?: readonly (readonly [begin: string, middle: string])[];
  /** How notices end, and how many UTF-16 units may precede that: "all rights reserved". */
  notices?: readonly (readonly [ending: string, mostUnitsBefore: number])[];
}

/** Readers' comments under a story. */
export interface CommentWords {
  /** What is counted, also as a heading without a count: "comments", "reader comment". */
  counted?: Words;
  /** Before a count, in a link that leads to the comments: "view all". */
  shows?: Words;
  /** Other headings above comments: "join the discussion". */
  headings?: Words;
  /** Between a reader's name and the text: "wrote". */
  wrote?: Words;
  /** Before a reader's name: "posted by". */
  postedBy?: Words;
  /** What can be done with a comment: "reply", "report as abuse". */
  actions?: Words;
  /** Words of a time that is no date: "ago", "yesterday". */
  ago?: Words;
}
