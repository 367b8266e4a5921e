import { expect, test } from 'vitest';
import { ConfigError } from '../../config/errors.ts';
import { loadConfig } from '../../config/load.ts';

const loaded = (env: Record<string, string>) =>
  loadConfig({ argv: [], env, readFile: async () => '{}' });

async function problemsOf(env: Record<string, string>): Promise<readonly string[]> {
  const error: unknown = await loaded(env).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ConfigError)) throw new Error('the configuration is refused');
  return error.problems;
}

test('keys of comment systems come from the environment', async () => {
  const { keys } = await loaded({
    DISQUS_API_KEY: 'd-1',
    GITHUB_TOKEN: 'g-1',
    REDDIT_CLIENT_ID: 'id',
    REDDIT_CLIENT_SECRET: 'secret',
    CORAL_TOKENS: 'https://talk.ledger.example=a.b=c  https://Talk.Courier.example:8443/=d',
  });
  expect(keys).toEqual({
    disqus: 'd-1',
    github: 'g-1',
    reddit: 'id:secret',
    coral: { 'https://talk.ledger.example': 'a.b=c', 'https://talk.courier.example:8443': 'd' },
  });
  expect((await loaded({})).keys).toEqual({});
});

test('half a key is refused with what is missing', async () => {
  expect(await problemsOf({ REDDIT_CLIENT_ID: 'id' })).toEqual([
    'environment: REDDIT_CLIENT_SECRET is missing: Reddit needs both, from reddit.com/prefs/apps',
  ]);
});

test.each([
  ['DISQUS_API_KEY', 'hunter2 hunter3'],
  ['GITHUB_TOKEN', 'hunter2 hunter3'],
  ['CORAL_TOKENS', 'hunter2'],
  ['STORE_KEY', 'hunter2'],
  ['STORE_KEY', 'hunter2'.repeat(6)],
  ['CORAL_TOKENS', 'talk.example.org=hunter2'],
  ['CORAL_TOKENS', 'https://talk.example.org= hunter2'],
])('a bad %s is refused without being quoted', async (name, value) => {
  const problems = await problemsOf({ [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`environment: ${name} is not usable: it should be `);
  expect(problems[0]).not.toContain('hunter');
});
