import { expect, test } from 'vitest';
import { commentAuthor } from '../../../../src/core/discussion/comment-author.ts';
import { mutedAuthors } from '../../../../src/edge/store/migrations/11-muted-authors.ts';
import { guild } from '../stores.ts';
import { addComment, pier, remark, versionBefore } from './version-before.ts';

test('the comments that a version before stored are found by their authors', async () => {
  const profile = { ...remark, author: 'Nia K.', authorUrl: 'https://ledger.example/people/nia' };
  const { discussions } = await versionBefore(mutedAuthors, async (sql) => {
    await addComment(sql, 'k1', 'quay', JSON.stringify(remark));
    await addComment(sql, 'k2', 'mole', JSON.stringify({ ...remark, author: ' NIA ' }));
    await addComment(sql, 'k3', 'mole', JSON.stringify(profile));
    await addComment(sql, 'k4', 'mole', JSON.stringify({ ...remark, author: '' }));
    await addComment(sql, 'k5', 'quay', '{');
  });
  const keyOf = (comment: typeof profile | typeof remark) =>
    commentAuthor(comment, pier)?.key ?? '';
  const byName = await discussions.listByAuthor(guild, keyOf(remark));
  expect(byName.map(({ key }) => key)).toEqual(['k1', 'k2']);
  const byProfile = await discussions.listByAuthor(guild, keyOf(profile));
  expect(byProfile.map(({ key }) => key)).toEqual(['k3']);
  const place = { guildId: guild, discussionId: null };
  const found = await discussions.listAuthors(place, 'nia', 10);
  expect(found.map(({ comment }) => comment.author).toSorted()).toEqual([' NIA ', 'Nia K.']);
  expect(await discussions.getComment('k4')).toMatchObject({ authorKey: null });
});
