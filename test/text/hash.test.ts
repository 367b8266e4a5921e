import { expect, test } from 'vitest';
import { shortHash } from '../../src/text/hash.ts';

test('a hash is 22 characters that fit a nonce, and stays the same for ever', () => {
  expect(shortHash('story:harbour-1:42')).toMatch(/^[\w-]{22}$/);
  // printf '' | openssl dgst -sha256 -binary | basenc --base64url
  expect(shortHash('')).toBe('47DEQpj8HBSa-_TImW-5JC');
});

test('one letter makes another hash', () => {
  expect(shortHash('story:1')).not.toBe(shortHash('story:2'));
});
