import { z } from 'zod';

/** Comment systems that a page may name, by their label. The names are stored: they never change. */
export const commentSystemLabels = {
  disqus: 'Disqus',
  coral: 'Coral',
  viafoura: 'Viafoura',
  openweb: 'OpenWeb',
  hyvor: 'Hyvor Talk',
  facebook: 'Facebook',
  vuukle: 'Vuukle',
  fastcomments: 'FastComments',
  insticator: 'Insticator',
  livefyre: 'Livefyre',
  remark42: 'Remark42',
  isso: 'Isso',
  giscus: 'giscus',
  utterances: 'utterances',
  discourse: 'Discourse',
  wordpress: 'WordPress',
  own: 'a system of the site’s own',
} as const;

const names = Object.keys(commentSystemLabels) as [
  keyof typeof commentSystemLabels,
  ...(keyof typeof commentSystemLabels)[],
];

export const CommentSystem = z.enum(names);
export type CommentSystem = z.infer<typeof CommentSystem>;

/** True for a system whose comments are never in the page: a script of another company shows them. */
export function isHosted(system: CommentSystem): boolean {
  return system !== 'own' && system !== 'wordpress';
}

/** Where whoever runs the bot sets the key without which a system's comments cannot be read. */
export const keySettings: Partial<Record<CommentSystem, string>> = {
  disqus: 'DISQUS_API_KEY',
  coral: 'CORAL_TOKENS',
  giscus: 'GITHUB_TOKEN',
};
