import { z } from 'zod';
import { Photo } from '../../core/story/story.ts';

/** The article's picture; a caption or a credit may be found without its address. */
export const PagePhoto = Photo.extend({ url: z.string().nullable() });
export type PagePhoto = z.infer<typeof PagePhoto>;
