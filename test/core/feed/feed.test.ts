import { expect, test } from 'vitest';
import { defaultSubscriptionSettings } from '../../../src/core/feed/subscription.ts';
import { SubscriptionSettings } from '../../../src/core/feed/subscription.ts';

const { mentionRoleIds: _, ...withoutRoles } = defaultSubscriptionSettings;

test('settings stored with a single role are read with a list of that role', () => {
  const role = '100000000000000042';
  const kept = { ...withoutRoles, mentionRoleId: role };
  expect(SubscriptionSettings.parse(kept)).toEqual({
    ...defaultSubscriptionSettings,
    mentionRoleIds: [role],
  });
  const none = { ...withoutRoles, mentionRoleId: null };
  expect(SubscriptionSettings.parse(none)).toEqual(defaultSubscriptionSettings);
});

test('a subscription can mention at most five roles', () => {
  const roles = (count: number) =>
    Array.from({ length: count }, (_, index) => `10000000000000000${index}`);
  const settings = (count: number) => ({ ...withoutRoles, mentionRoleIds: roles(count) });
  expect(SubscriptionSettings.safeParse(settings(5)).success).toBe(true);
  expect(SubscriptionSettings.safeParse(settings(6)).success).toBe(false);
});
