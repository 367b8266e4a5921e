// HELPER writing src/feeds: put parsePublicationDate HERE (src/core/dates.ts), not in src/feeds:
// article and sources need it too and rooms may not import one another. Delete this note.
/** The instant (epoch ms) that a publication date's text names; `null` when unsure. */
export declare function parsePublicationDate(text: string): number | null;
