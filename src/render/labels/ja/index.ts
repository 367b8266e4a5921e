import type { Translation } from '../compile.ts';
import type { english } from '../en/index.ts';
import { refusals } from './refusals.ts';
import { stories } from './stories.ts';

export const ja: Translation<typeof english> = { ...stories, refusals };
