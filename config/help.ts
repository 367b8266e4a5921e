/** What --help prints. */
export const helpText = `Wirethread brings the news and its discussion into a Discord server.

Usage: npm start -- [options]

Options
  --config FILE   the configuration (default: wirethread.json, if there is one)
  --data DIR      where the database is kept (default: ./wirethread-data)
  --port N        the port of the preview's page
  --feed URL      a feed for the preview to show instead of the demo's; may be repeated
  --help, -h      print this
  --version, -v   print the version

Environment (wins over the file; options win over both)
  DISCORD_TOKEN     the bot's token; it belongs here and nowhere else
  DATA_DIR          as --data
  STORE_URL         the database, as sqlite:PATH (default: sqlite:DATA_DIR/wirethread.db)
  LOG_LEVEL         debug, info, warn or error (default: info)
  DISCORD_API_URL   another Discord than https://discord.com/api

config/wirethread.example.json shows what the configuration may hold.
`;
