import { expect, test } from 'vitest';
import { shortHash } from '../../src/text/hash.ts';

test('a short hash has 22 characters that fit a nonce, and never changes', () => {
  expect(shortHash('story:harbour-1:42')).toMatch(/^[\w-]{22}$/);
  // printf '' | openssl dgst -sha256 -binary | basenc --base64url
  expect(shortHash('')).toBe('47DEQpj8HBSa-_TImW-5JC');
});

test('texts that differ in one letter have different hashes', () => {
  expect(shortHash('story:1')).not.toBe(shortHash('story:2'));
});
