/** A comment that was part of a backlog has messages of its own that notify nobody. */
export const quietComments: readonly string[] = [
  `ALTER TABLE comment ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0`,
];
