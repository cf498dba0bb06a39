import { expect, test } from 'vitest';
import { z } from 'zod';
import { issueText } from './issue-text.ts';

const schema = z.object({
  name: z.string().min(1).max(120),
  password: z.string().min(10),
  title: z.string().min(1, 'العنوان مطلوب'),
  email: z.email(),
  url: z.url(),
  role: z.enum(['reporter', 'chief']),
  ids: z.array(z.number()).max(3),
  limit: z.number().max(100),
  missing: z.string(),
  zone: z.string().refine(() => false, 'no such time zone'),
});

test.each([
  ['name', 'هذا الحقل مطلوب', 'is required'],
  ['password', 'لا يقلّ عن عشرة أحرف', 'must be at least 10 characters'],
  ['title', 'العنوان مطلوب', 'is required'],
  ['email', 'ليس عنوان بريد صالحاً', 'is not an e-mail address'],
  ['url', 'ليس عنواناً صالحاً', 'is not a web address'],
  ['role', 'ليس من القيم المقبولة', 'is not one of the values that may stand here'],
  ['ids', 'لا يزيد على ثلاثة عناصر', 'must be at most 3 items'],
  ['limit', 'لا يزيد على 100', 'must be at most 100'],
  ['missing', 'هذا الحقل مطلوب', 'is required'],
  ['zone', 'قيمته غير مقبولة', 'no such time zone'],
])('of %s it says «%s», in English «%s»', (field, arabic, english) => {
  const given = {
    ...{ name: '', password: 'x', title: '', email: 'x', url: 'x', role: 'x' },
    ...{ ids: [1, 2, 3, 4], limit: 101, zone: 'x' },
  };
  const issues = schema.safeParse(given).error?.issues ?? [];
  const issue = issues.find(({ path }) => path[0] === field);

  expect(issue && issueText(issue, false)).toBe(arabic);
  expect(issue && issueText(issue, true)).toBe(english);
});

test('counts letters as Arabic does', () => {
  const [issue] = z.string().max(120).safeParse('x'.repeat(121)).error?.issues ?? [];
  expect(issue && issueText(issue, false)).toBe('لا يزيد على 120 حرفاً');
});
