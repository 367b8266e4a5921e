import { type ChildProcess, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ended, freePort, startDatabase, startSite } from './wordpress-processes.ts';

const program = '/usr/share/wordpress';
const needed = [
  program,
  `${program}/wp-content/themes/twentytwentyone`,
  `${program}/wp-content/themes/twentytwentythree`,
  '/usr/bin/php',
  '/usr/sbin/mariadbd',
  '/usr/bin/mariadb-install-db',
];

const packages =
  'wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree php-cli php-mysql mariadb-server';

/** Why the tests with a real WordPress are skipped, for their names; `null` where it is installed. */
export const withoutWordPress = needed.every((path) => existsSync(path))
  ? null
  : `skipped: no WordPress here (Debian: apt-get install ${packages})`;

/** What a test writes of a comment. */
interface WrittenComment {
  author?: string;
  text?: string;
  parent?: number;
  status?: 'approved' | 'hold' | 'trash' | 'spam';
  /** UTC, without a zone. */
  date?: string;
}

/**
 * A WordPress of Debian's packages on loopback, with a MariaDB of its own on a socket, in a temporary
 * directory. Everything is done through its own installer, REST interface and forms.
 */
export interface WordPress {
  url: string;
  version: string;
  /** A post's number and address. */
  publish(title: string): Promise<{ id: number; url: string }>;
  /** The comment's number. */
  comment(post: number, comment: WrittenComment): Promise<number>;
  change(comment: number, change: WrittenComment): Promise<void>;
  /** For good, not into the trash. */
  erase(comment: number): Promise<void>;
  /** What strangers see, oldest first; at most 100. */
  approved(post: number): Promise<ApprovedComment[]>;
  closeComments(post: number): Promise<void>;
  /** A class name of an installed theme. */
  useTheme(theme: string): Promise<void>;
  /** For strangers, as the REST API Handbook's FAQ shows it and security plugins do it. */
  closeInterface(): Promise<void>;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const admin = 'editor';

export async function startWordPress(): Promise<WordPress> {
  const folder = await mkdtemp(join(tmpdir(), 'wirethread-wordpress-'));
  const processes: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(processes.reverse().map(ended));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const site = join(folder, 'site');
    const [socket] = await Promise.all([
      startDatabase(folder, processes),
      cp(program, site, { recursive: true, dereference: true }),
    ]);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    await writeFile(join(site, 'wp-config.php'), configuration(socket, url));
    processes.push(await startSite(site, port));
    const password = randomBytes(12).toString('hex');
    await install(url, password);
    const key = await applicationPassword(site);
    return { ...(await controls(url, site, `${admin}:${key}`)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function configuration(socket: string, url: string): string {
  const constants = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    WP_HOME: url,
    WP_SITEURL: url,
    // Application passwords need https elsewhere.
    WP_ENVIRONMENT_TYPE: 'local',
    DISABLE_WP_CRON: true,
    WP_HTTP_BLOCK_EXTERNAL: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    AUTH_KEY: randomBytes(32).toString('hex'),
    SECURE_AUTH_KEY: randomBytes(32).toString('hex'),
    LOGGED_IN_KEY: randomBytes(32).toString('hex'),
    NONCE_KEY: randomBytes(32).toString('hex'),
  };
  const defined = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${JSON.stringify(value)});`,
  );
  return [
    '<?php',
    ...defined,
    "$table_prefix = 'wp_';",
    "if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');",
    "require_once ABSPATH . 'wp-settings.php';",
  ].join('\n');
}

/** By the form of WordPress's installer. */
async function install(url: string, password: string): Promise<void> {
  const answer = await fetch(`${url}/wp-admin/install.php?step=2`, {
    method: 'POST',
    body: new URLSearchParams({
      weblog_title: 'The Ostrand Chronicle',
      user_name: admin,
      admin_password: password,
      admin_password2: password,
      pw_weak: 'on',
      admin_email: 'editor@chronicle.example',
      blog_public: '1',
      language: '',
    }),
  });
  const page = await answer.text();
  if (!/Success!|installed/u.test(page)) {
    throw new Error(`WordPress was not installed: ${page.replaceAll(/<[^>]+>|\s+/gu, ' ')}`);
  }
}

/** As the page of one's profile makes it. */
async function applicationPassword(site: string): Promise<string> {
  const script = `require 'wp-load.php'; echo WP_Application_Passwords::create_new_application_password(1, ['name' => 'tests'])[0];`;
  return (await inWordPress(site, script)).trim();
}

async function inWordPress(site: string, script: string): Promise<string> {
  const { stdout } = await run('/usr/bin/php', ['-r', script], { cwd: site });
  return stdout;
}

async function controls(
  url: string,
  site: string,
  credentials: string,
): Promise<Omit<WordPress, 'stop'>> {
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  async function rest(method: string, path: string, body: object = {}): Promise<Answer> {
    const answer = await fetch(`${url}/?rest_route=/wp/v2${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`WordPress answered ${answer.status} to ${path}: ${text}`);
    return JSON.parse(text) as Answer;
  }
  const fields = ({ author, text, parent, status, date }: WrittenComment) => ({
    ...(author !== undefined && { author_name: author, author_email: 'reader@mail.example' }),
    ...(text !== undefined && { content: text }),
    ...(parent !== undefined && { parent }),
    ...(status !== undefined && { status }),
    ...(date !== undefined && { date_gmt: date }),
  });
  const version = /\$wp_version = '([^']+)'/u.exec(
    await readFile(join(site, 'wp-includes/version.php'), 'utf8'),
  )?.[1];
  return {
    url,
    version: version ?? 'of an unknown version',
    async publish(title) {
      const content = `<!-- wp:paragraph --><p>${title}, the harbour master said.</p><!-- /wp:paragraph -->`;
      const post = await rest('POST', '/posts', { title, content, status: 'publish' });
      return { id: post.id, url: post.link };
    },
    async comment(post, comment) {
      const written = await rest('POST', '/comments', {
        post,
        status: 'approved',
        ...fields(comment),
      });
      return written.id;
    },
    change: async (comment, change) =>
      void (await rest('POST', `/comments/${comment}`, fields(change))),
    erase: async (comment) => void (await rest('DELETE', `/comments/${comment}&force=true`)),
    async approved(post) {
      const asked = `${url}/?rest_route=/wp/v2/comments&post=${post}&per_page=100&order=asc`;
      return (await (await fetch(asked)).json()) as ApprovedComment[];
    },
    closeComments: async (post) =>
      void (await rest('POST', `/posts/${post}`, { comment_status: 'closed' })),
    async useTheme(theme) {
      await inWordPress(site, `require 'wp-load.php'; switch_theme(${JSON.stringify(theme)});`);
    },
    async closeInterface() {
      const plugins = join(site, 'wp-content/mu-plugins');
      await mkdir(plugins, { recursive: true });
      await writeFile(join(plugins, 'closed.php'), closedInterface);
    },
  };
}

const closedInterface = `<?php
add_filter('rest_authentication_errors', function ($result) {
  if ($result !== null || is_user_logged_in()) return $result;
  return new WP_Error('rest_not_logged_in', 'You are not logged in.', ['status' => 401]);
});`;

interface Answer {
  id: number;
  link: string;
}

/** A comment as WordPress shows it to strangers. */
export interface ApprovedComment {
  id: number;
  /** 0 at top level. */
  parent: number;
  author_name: string;
  content: { rendered: string };
}
