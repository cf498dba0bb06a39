import type { Db } from '../schema.ts';
import type { Dialect } from '../store.ts';
import { createNewsroom } from './001-newsroom.ts';
import { createDesk } from './002-desk.ts';
import { createPreviews } from './003-previews.ts';
import { indexPublishedStories } from './004-published-stories.ts';
import { createReplies } from './005-replies.ts';
import { createCopyDesk } from './006-copydesk.ts';
import { renameRules } from './007-rule-names.ts';

/** Every migration in the order it runs. Names never change once released. */
export const migrations: readonly {
  name: string;
  up: (db: Db, dialect: Dialect) => Promise<void>;
}[] = [
  { name: '001-newsroom', up: createNewsroom },
  { name: '002-desk', up: createDesk },
  { name: '003-previews', up: createPreviews },
  { name: '004-published-stories', up: indexPublishedStories },
  { name: '005-replies', up: createReplies },
  { name: '006-copydesk', up: createCopyDesk },
  { name: '007-rule-names', up: renameRules },
];
