import { readConfig } from '../server/config.ts';
import { startServer } from '../server/start.ts';
import { print } from './output.ts';

/** `matbaa start`: serves until it is told to stop. */
export async function startCommand(): Promise<void> {
  const config = readConfig(process.env);
  // Told to stop while it begins, it stops as soon as it has begun.
  const toldToStop = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  const server = await startServer(config, process.env);
  const lines = [`Matbaa is ready at ${server.url} (data in ${config.data})`];
  if (server.setupLink !== null)
    lines.push(
      '',
      'Nobody can sign in yet. Make the first editor by this link (once, within 7 days):',
      `  ${server.setupLink}`,
      'Publish a saved news page:',
      '  npx matbaa ingest page.txt --section "اسم القسم" --publish',
    );
  print(null, { json: false, lines });
  await toldToStop;
  // A second signal means now.
  process.once('SIGINT', () => process.exit(130));
  await server.close();
}
