import { type Command, InvalidArgumentError, Option } from 'commander';
import { commentStates } from '../../newsroom/comments/comment.ts';
import { phraseKinds } from '../../newsroom/comments/phrases.ts';
import { checkSecretCommand } from './check-secret.ts';
import { commentsListCommand } from './list.ts';
import { commentsModerateCommand } from './moderate.ts';
import {
  phrasesAddCommand,
  phrasesListCommand,
  phrasesRemoveCommand,
  phrasesTestCommand,
} from './phrases.ts';
import { readerEraseCommand, readerExportCommand } from './reader-data.ts';
import { rotateKeyCommand } from './rotate-key.ts';

/** `matbaa comments …`: readers' replies from the shell of the server, whether it runs or not. */
export function addCommentCommands(program: Command): void {
  const comments = program.command('comments').description("readers' replies");
  comments
    .command('list')
    .description('replies, oldest first; all but deleted ones unless --state names others')
    .addOption(new Option('--state <state>', 'only those in this state').choices(commentStates))
    .option('--story <id>', 'only those to this story', number)
    .option('--limit <n>', 'no more than so many', number)
    .option('--json', 'JSON output')
    .action(commentsListCommand);
  for (const act of ['approve', 'reject'] as const)
    comments
      .command(act)
      .argument('<id...>', 'their numbers', (text, before: number[] = []) => [
        ...before,
        number(text),
      ])
      .description(`${act} replies, as a moderator would`)
      .option('--json', 'JSON output')
      .action((ids: number[], options: { json?: boolean }) =>
        commentsModerateCommand(act, ids, options),
      );
  comments
    .command('export')
    .description('everything that is kept about one e-mail address')
    .requiredOption('--email <address>', 'e-mail address')
    .option('--json', 'JSON output (always so)')
    .action(readerExportCommand);
  comments
    .command('erase')
    .description('forget everything about one e-mail address; there is no way back')
    .requiredOption('--email <address>', 'e-mail address')
    .option('--json', 'JSON output')
    .action(readerEraseCommand);
  comments
    .command('rotate-key')
    .description("give readers' addresses a new key, while readers go on writing")
    .option('--json', 'JSON report')
    .action(rotateKeyCommand);
  comments
    .command('check-secret')
    .description("what the newspaper's own service verifies our questions with")
    .option('--json', 'JSON output')
    .action(checkSecretCommand);
  const phrases = comments.command('phrases').description('words that replies are searched for');
  phrases
    .command('list', { isDefault: true })
    .option('--json', 'JSON output')
    .action(phrasesListCommand);
  phrases
    .command('add <phrase>')
    .addOption(
      new Option('--kind <kind>', 'banned rejects a reply, suspect holds it')
        .choices(phraseKinds)
        .default('banned'),
    )
    .option('--note <text>', 'why, for colleagues')
    .option('--json', 'JSON output')
    .action(phrasesAddCommand);
  phrases
    .command('remove <phrase>')
    .description('a phrase as it stands in the list, or its number')
    .option('--json', 'JSON output')
    .action(phrasesRemoveCommand);
  phrases
    .command('test <text>')
    .description('which phrases a text holds (- reads standard input)')
    .option('--json', 'JSON output')
    .action(phrasesTestCommand);
}

function number(text: string): number {
  if (!/^[1-9]\d{0,14}$/u.test(text)) throw new InvalidArgumentError('Give a number.');
  return Number(text);
}
