import { Command, CommanderError, Option } from 'commander';
import { UnreadablePage } from '../moving/ingest/page.ts';
import { UnusableKey } from '../newsroom/comments/keys.ts';
import { Refusal } from '../newsroom/errors.ts';
import { BadConfig } from '../server/config.ts';
import { CannotListen } from '../server/http.ts';
import { NewerDatabase, UnusableStore } from '../store/store.ts';
import { analyzeCommand } from './analyze.ts';
import { checkCommand } from './check.ts';
import { addCommentCommands } from './comments/add.ts';
import { datesCommand } from './dates.ts';
import { importJsonlCommand } from './import.ts';
import { ingestCommand } from './ingest.ts';
import { messageOf } from './input.ts';
import { complain, print } from './output.ts';
import { Refused } from './refused.ts';
import { searchRebuildCommand } from './search.ts';
import { settingsCommand } from './settings.ts';
import { startCommand } from './start.ts';
import { styleRebuildCommand } from './style.ts';
import { userAddCommand, userResetCommand } from './user.ts';
import { withNewsroom } from './with-newsroom.ts';

/** The `matbaa` command. Exit codes: 0 done, 1 refused (one line says why), 2 wrong usage. */
export async function main(args: readonly string[]): Promise<void> {
  const program = new Command('matbaa')
    .description('An Arabic-first newsroom and newspaper in one program')
    .exitOverride()
    .configureOutput({ outputError: (text) => complain(text.replace(/^error: /, '').trim()) });

  program.command('start').description('serve the newspaper').action(startCommand);
  program
    .command('ingest <file>')
    .description('take in the text or HTML of a saved news page (- reads standard input)')
    .option('--publish', 'publish it at once')
    .option('--section <name>', 'put it in this section; made if there is none')
    .option('--date <iso>', 'date or date-time of publication')
    .option('--json', 'JSON output (always so)')
    .action(ingestCommand);
  program
    .command('check <file>')
    .description(
      'what the copy desk marks in a text, Markdown, HTML or a JSONL archive (- reads standard input)',
    )
    .option('--json', 'JSON output')
    .option('--fix', 'print the text with the safe fixes of errors and warnings applied')
    .addOption(
      new Option('--level <level>', 'show findings of this level and graver')
        .choices(['error', 'warning', 'info'])
        .default('warning'),
    )
    .addOption(
      new Option(
        '--fail-on <level>',
        'exit with 1 when there is such a finding or a graver one',
      ).choices(['error', 'warning']),
    )
    .addOption(
      new Option('--format <format>', 'what the file is, where its name does not say').choices([
        'text',
        'markdown',
        'html',
        'jsonl',
      ]),
    )
    .addOption(
      new Option('--lang <language>', 'language of the messages')
        .choices(['ar', 'en'])
        .default('ar'),
    )
    .action(checkCommand);
  program
    .command('import')
    .description('bring in an archive')
    .command('jsonl <file>')
    .description('one JSON object a line, plain or gzip: id, section, title, time, abstract, text')
    .option('--publish', 'publish the stories at once')
    .option('--json', 'JSON report')
    .action(importJsonlCommand);
  program
    .command('analyze <text>')
    .description('the terms under which search finds each word (- reads standard input)')
    .option('--json', 'JSON output')
    .action(analyzeCommand);
  program
    .command('dates <text>')
    .description('the times that a text speaks of (- reads standard input)')
    .option('--at <iso>', 'date or date-time of publication; now unless given')
    .option('--zone <name>', "time zone, the newsroom's own unless given")
    .option('--json', 'JSON output')
    .action(datesCommand);
  program
    .command('search')
    .description('the search index of this node')
    .command('rebuild')
    .description('put every story in anew, while readers go on searching')
    .option('--json', 'JSON report')
    .action(searchRebuildCommand);
  program
    .command('style')
    .description('the house style')
    .command('rebuild')
    .description('count anew how the paper writes each word, as after an import')
    .option('--json', 'JSON report')
    .action(styleRebuildCommand);
  const user = program.command('user').description('people who may sign in');
  user
    .command('add')
    .requiredOption('--email <address>', 'e-mail address')
    .requiredOption('--name <name>', 'name')
    .requiredOption('--role <role>', 'reporter, copyeditor, editor, moderator, chief or admin')
    .option('--password-stdin', 'read the password from standard input')
    .option('--json', 'JSON output')
    .action(userAddCommand);
  user
    .command('reset')
    .description('a link with which somebody chooses a new password')
    .requiredOption('--email <address>', 'e-mail address')
    .option('--second-factor', 'turn the second factor off as well')
    .option('--json', 'JSON output')
    .action(userResetCommand);
  addCommentCommands(program);
  program
    .command('settings [key] [value]')
    .description("show the newspaper's settings, or change one")
    .option('--json', 'JSON output')
    .action(settingsCommand);
  program
    .command('migrate')
    .description('bring the database up to date (every command does)')
    .option('--json', 'JSON output')
    .action(async (options: { json?: boolean }) => {
      await withNewsroom(async () => {});
      print({ ok: true }, { json: options.json ?? false, lines: ['The database is up to date.'] });
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

/** What each failure means to a script; anything unforeseen also gets one line. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Refusal) complain(error.hint);
  else if (isForeseen(error)) complain(error.message);
  else {
    complain(`Something went wrong that should not have: ${messageOf(error)}`);
    if (process.env.MATBAA_LOG === 'debug' && error instanceof Error) complain(error.stack ?? '');
  }
  return 1;
}

function isForeseen(error: unknown): error is Error {
  return [
    ...[Refused, UnreadablePage, BadConfig, CannotListen],
    ...[NewerDatabase, UnusableStore, UnusableKey],
  ].some((kind) => error instanceof kind);
}
