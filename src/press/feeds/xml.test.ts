import { describe, expect, test } from 'vitest';
import { hostile } from './testing/stories.ts';
import { parseXml, texts } from './testing/xml-tree.ts';
import { element, escapeXml } from './xml.ts';

describe('text in XML', () => {
  test.each(hostile)('survives %s', (_, text, left) => {
    expect(texts(parseXml(element('t', text)), 't')).toEqual([left]);
  });

  test('cannot leave an attribute', () => {
    expect(escapeXml(`"'`)).toBe('&quot;&#39;');
  });

  test('keeps tabs and line breaks', () => {
    expect(escapeXml('a\t\r\nb')).toBe('a\t\r\nb');
  });
});
