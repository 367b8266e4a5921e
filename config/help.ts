import { toolForms } from './tools.ts';

const widestUsage = Math.max(...Object.values(toolForms).map(({ usage }) => usage.length));

const commands = Object.values(toolForms)
  .map(({ usage, summary }) => `  ${usage.padEnd(widestUsage)}  ${summary}`)
  .join('\n');

/** What --help prints. */
export const helpText = `Wirethread brings news and its discussion into a Discord server.

Usage: wirethread [options]            starts the bot, or without a token the preview
       wirethread COMMAND [options]
In a checkout write "npm start --" in place of "wirethread".

Commands (wirethread COMMAND --help says more)
${commands}

Options
  --config FILE   the configuration file (default: wirethread.json, if it exists)
  --data DIR      the folder of the database (default: ./wirethread-data)
  --port N        the port of the preview's page (default: 8420, or a free one if that is taken)
  --feed URL      a feed to show in the preview instead of the demo, also one on this machine;
                  can be repeated
  --help, -h      print this help
  --version, -v   print the version

Environment variables (override the file; options override both)
  DISCORD_TOKEN     the bot's token; set it here only
  DATA_DIR          same as --data
  STORE_URL         the database, as sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME
                    (default: sqlite:DATA_DIR/wirethread.db)
  STORE_KEY         encrypts passwords of feeds in the database: 32 random bytes in base64, as
                    "openssl rand -base64 32" prints them
  SHARD_COUNT       how many processes share one bot, on PostgreSQL: all start on this machine
  SHARD_IDS         with SHARD_COUNT, on several machines: the shards of this process, such as 0,1
  PUBLIC_URL        where hubs (WebSub) reach the bot, such as https://bot.example.org
  PUBLIC_LISTEN     where it listens for them (default: 127.0.0.1:8421)
  STATUS_LISTEN     where /healthz, /readyz and /metrics are served, such as 127.0.0.1:8422
                    (default: nowhere)
  RETENTION         how long closed discussions and old stories stay stored (default: 90d)
  READ_MEMBER_MESSAGES
                    true: /rules check members' messages in discussions too, which needs the
                    Message Content intent (default: false)
  DISQUS_API_KEY    a key of yours, to mirror comments of Disqus
  GITHUB_TOKEN      a key of yours, for giscus, and for more than 60 requests an hour to GitHub
  REDDIT_CLIENT_ID, REDDIT_CLIENT_SECRET
                    an application of yours, to mirror comments of Reddit
  CORAL_TOKENS      to mirror comments of Coral, as https://talk.example.org=TOKEN
  LOG_LEVEL         debug, info, warn or error (default: info)
  DISCORD_API_URL   another server with Discord's API (default: https://discord.com/api)

config/wirethread.example.json is an example of a configuration file.
`;
